// Apart from early.ts, so that pages which read the answers do not carry it.

/** What a page is about, by its path: asked of the store before the page's own code is here. `{id}` is the address's. */
const questions: Readonly<Record<string, string>> = {
  '/': 'summary',
  '/leaks': 'findings?status=OPEN&status=REOPENED&verdict=LEAK&sort=AMOUNT&limit=100',
  '/leaks/view': 'findings/{id}',
  '/documents/view': 'documents/{id}',
};

/**
 * Stands in the head of the site's pages: asks who is there and then what the page is about while the scripts are still on their way, so that a slow network is
 * waited for once and not three times. Not for the admin, where a question needs a token of App Bridge. The browser tests see that nothing is asked twice. What nobody
 * has taken in ten seconds is old, and forgotten.
 */
export const earlyScript = `(function (questions) {
  var early = (window.leakwatchEarly = {});
  var query = new URLSearchParams(location.search);
  function ask(path, language) {
    var answer = fetch(path, language ? { headers: { 'Accept-Language': language } } : {});
    answer.catch(function () {});
    early[path] = { language: language, answer: answer };
    return answer;
  }
  ask('/v1/me')
    .then(function (answer) { return answer.ok ? answer.clone().json() : { shops: [] }; })
    .then(function (me) {
      var shop = me.shops.find(function (one) { return one.id === localStorage.getItem('lw.shop'); }) || me.shops[0];
      var question = questions[location.pathname];
      var id = query.get('id');
      if (!shop || !question || (question.indexOf('{id}') < 0 ? location.search !== '' : id === null)) return;
      var language = query.get('locale') || sessionStorage.getItem('lw.language') || shop.language;
      ask('/v1/shops/' + shop.id + '/' + question.replace('{id}', encodeURIComponent(id)), /^ko/i.test(language) ? 'ko' : 'en');
    })
    .catch(function () {});
  setTimeout(function () { window.leakwatchEarly = {}; }, 10000);
})(${JSON.stringify(questions)})`;
