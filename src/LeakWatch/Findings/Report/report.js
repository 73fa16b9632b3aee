// Niceties only: the page says everything without this.
for (const chart of document.querySelectorAll(".spend")) {
  const readout = chart.querySelector(".readout");
  const before = readout.textContent;
  for (const bar of chart.querySelectorAll(".bar")) {
    const show = () => { readout.textContent = bar.getAttribute("aria-label"); };
    bar.addEventListener("mouseenter", show);
    bar.addEventListener("focus", show);
    bar.addEventListener("mouseleave", () => { readout.textContent = before; });
    bar.addEventListener("blur", () => { readout.textContent = before; });
  }
}
// What is folded on the screen is printed in full.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) {
    folded.open = true;
    folded.dataset.folded = "";
  }
});
addEventListener("afterprint", () => {
  for (const folded of document.querySelectorAll("details[data-folded]")) {
    folded.open = false;
    delete folded.dataset.folded;
  }
});
