// Apart from early.ts, so that pages which read the responses do not carry the script.

/** The request that each page starts with, by path. `{id}` is replaced by the id in the address. */
const requests: Readonly<Record<string, string>> = {
  '/': 'summary',
  '/leaks': 'findings?status=OPEN&status=REOPENED&verdict=LEAK&sort=AMOUNT&limit=100',
  '/leaks/view': 'findings/{id}',
  '/documents/view': 'documents/{id}',
};

/**
 * Runs in the head of the site's pages: it requests the visitor and then the page's data while the scripts still
 * load, so that a slow network delays the page once and not three times. The admin cannot use it, since requests
 * there need a token of App Bridge. Responses that nobody takes are dropped after ten seconds. The browser tests
 * check that nothing is requested twice.
 */
export const earlyScript = `(function (requests) {
  var early = (window.leakwatchEarly = {});
  var query = new URLSearchParams(location.search);
  function send(path, language) {
    var answer = fetch(path, language ? { headers: { 'Accept-Language': language } } : {});
    answer.catch(function () {});
    early[path] = { language: language, answer: answer };
    return answer;
  }
  send('/v1/me')
    .then(function (answer) { return answer.ok ? answer.clone().json() : { shops: [] }; })
    .then(function (me) {
      var chosen = localStorage.getItem('lw.shop');
      var shop = me.shops.find(function (known) { return known.id === chosen; }) || me.shops[0];
      var request = requests[location.pathname];
      var id = query.get('id');
      if (!shop || !request) return;
      var needsId = request.indexOf('{id}') >= 0;
      if (needsId ? id === null : location.search !== '') return;
      var language = query.get('locale') || sessionStorage.getItem('lw.language') || shop.language;
      var path = '/v1/shops/' + shop.id + '/' + request.replace('{id}', encodeURIComponent(id));
      send(path, /^ko/i.test(language) ? 'ko' : 'en');
    })
    .catch(function () {});
  setTimeout(function () { window.leakwatchEarly = {}; }, 10000);
})(${JSON.stringify(requests)})`;
