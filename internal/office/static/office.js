// The office works without this file. It adds single keys, the preview while
// somebody writes, and the dialog that lists the keys.
(function () {
  'use strict';
  var dialog = document.getElementById('keys');
  var off = document.body.dataset.keys === 'off';

  function showKeys() {
    if (dialog && !dialog.open) dialog.showModal();
  }
  var button = document.getElementById('show-keys');
  if (button && dialog && !off) {
    button.hidden = false;
    button.addEventListener('click', showKeys);
  }

  // A line is an entry of a list; in the text of an article, what was found is
  // one as well, and its card among the findings has the buttons.
  function text() { return document.getElementById('lights'); }
  function list(query) { return Array.prototype.slice.call(document.querySelectorAll(query)); }
  function shows(light) {
    return light.dataset.kinds.split(' ').some(function (kind) { return !text().classList.contains(kind.replace('k-', 'off-')); });
  }
  function lights() { return list('#lights .pin, #lights a[data-first]').filter(shows); }
  function lit() { return document.activeElement && document.activeElement.closest('#lights a'); }
  function current() {
    if (lit()) return document.querySelector('[data-card="' + lit().dataset.of + '"]');
    return document.activeElement && document.activeElement.closest('[data-row]');
  }
  function opener(row) { return row.matches('a') ? row : row.querySelector('a[data-open]') || row.querySelector('a'); }
  function goTo(row) {
    if (!row) return;
    opener(row).focus({ preventScroll: true });
    row.scrollIntoView({ block: row.matches('a') ? 'center' : 'nearest' });
  }
  function step(by) {
    var inText = lit() || text() && !current(), all = inText ? lights() : list('[data-row]');
    var at = all.indexOf(inText ? lit() : current());
    goTo(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]);
  }

  // One stop of the Tab key for all lights; j and k go on from there.
  function oneStop() { list('#lights a').forEach(function (light, i) { if (i > 0) light.tabIndex = -1; }); }
  oneStop();

  // The card is told where in the text its button was pressed, and for which words.
  function tell(card, light) {
    card.querySelectorAll('[name=at]').forEach(function (field) { field.value = light.dataset.at; });
    card.querySelectorAll('select[name=words]').forEach(function (field) {
      if (Array.prototype.some.call(field.options, function (o) { return o.value === light.textContent; })) field.value = light.textContent;
    });
  }
  list('#switches input').forEach(function (box) {
    box.hidden = false;
    box.addEventListener('change', function () { text().classList.toggle('off-' + box.dataset.kind, !box.checked); });
  });

  // What a key does stands beside it in the page: in the line that has the
  // focus, otherwise outside of all lines.
  function target(key) {
    var row = current(), query = '[data-key="' + key + '"]';
    if (row && row.querySelector(query)) return row.querySelector(query);
    return Array.prototype.find.call(document.querySelectorAll(query), function (e) { return !e.closest('[data-row]'); });
  }
  // The letter of the key itself must not land in the field.
  function later(field) { setTimeout(function () { field.focus(); }); }
  function act(e) {
    var card = e.closest('[data-card]');
    if (card && lit()) {
      tell(card, lit());
      for (var d = card.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    }
    if (e.tagName === 'DETAILS') {
      e.open = true;
      later(e.querySelector('input:not([type=hidden])'));
    } else if (e.matches('input, textarea')) {
      later(e);
    } else {
      e.click();
    }
  }

  document.addEventListener('keydown', function (event) {
    var at = event.target;
    if (event.key === 'Escape' && at.closest('details[data-key]')) {
      at.closest('details').open = false;
      goTo(at.closest('[data-row]'));
      return;
    }
    if (off || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (at.matches('input, textarea, select, [contenteditable]') || (dialog && dialog.open)) return;
    var key = event.key;
    if (key === '?') showKeys();
    else if (key === 'j') step(1);
    else if (key === 'k') step(-1);
    else if (key === 'o' && current()) opener(current()).click();
    else if (/^[a-z]$/.test(key) && target(key)) act(target(key));
    else return;
    event.preventDefault();
  });

  // After a decision the queue goes on at the next line. The browser itself
  // moves the focus to the place that an address names, so this comes later.
  function arrive() {
    var row = document.getElementById(location.hash.slice(1)), place = /^#i-t(\d+)$/.exec(location.hash);
    if (!row && place && text()) { // it is lit no more: the next that is
      row = lights().find(function (light) { return +light.dataset.at >= +place[1]; });
    }
    if (row) for (var d = row.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    if (row && document.activeElement === document.body) goTo(row);
  }
  if (location.hash.indexOf('#i-') === 0) window.addEventListener('load', function () { setTimeout(arrive); });
  window.addEventListener('hashchange', function () { if (location.hash.indexOf('#i-') === 0) setTimeout(arrive); });

  // What was found is decided without leaving the page: what is typed in the
  // form of the article stays, and only lights and findings are taken from the answer.
  var said = document.getElementById('found-said');
  function take(answer) {
    var open = list('#found > details[open]').map(function (d) { return d.id; }), kinds = text() && text().className;
    ['lights', 'found'].forEach(function (id) {
      var mine = document.getElementById(id), theirs = answer.getElementById(id);
      if (mine && theirs) mine.replaceWith(theirs);
    });
    if (text()) text().className = kinds;
    open.forEach(function (id) { if (document.getElementById(id)) document.getElementById(id).open = true; });
    // A box of the form follows the server only where the decision changed it there.
    answer.querySelectorAll('#record input[type=checkbox]').forEach(function (theirs) {
      var mine = list('#record input[type=checkbox]').find(function (box) { return box.name === theirs.name && box.value === theirs.value; });
      if (mine && mine.defaultChecked !== theirs.defaultChecked) mine.checked = mine.defaultChecked = theirs.defaultChecked;
    });
    oneStop();
  }
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.matches('#found form') || !said || !window.fetch) return;
    event.preventDefault();
    var body = new URLSearchParams(new FormData(form)), card = form.closest('[data-card]').id;
    if (event.submitter && event.submitter.name) body.set(event.submitter.name, event.submitter.value);
    fetch(form.action, { method: 'POST', body: body, credentials: 'same-origin' })
      .then(function (answer) { return answer.text().then(function (html) { return { ok: answer.ok, page: new DOMParser().parseFromString(html, 'text/html') }; }); })
      .then(function (got) {
        var words = got.page.querySelector(got.ok ? '.notice' : '.problem');
        if (got.ok) {
          take(got.page);
          var place = body.get('at');
          goTo(place === '' ? document.getElementById(card) : lights().find(function (light) { return +light.dataset.at >= +place; }) || document.getElementById(card));
        }
        said.textContent = words ? words.textContent.trim() : said.dataset.failed;
        said.className = got.ok ? 'said-now' : 'said-now problem';
      })
      .catch(function () { said.textContent = said.dataset.failed; said.className = 'said-now problem'; });
  });

  // A claim is decided without leaving the page of its article: what is typed
  // there stays, and only the claim's own line is taken from the answer.
  var told = document.getElementById('claims-said');
  var fields = ['words', 'claimant', 'polarity', 'hedge', 'cue', 'bound', 'least', 'most', 'unit', 'measure', 'scope', 'as_of'];
  function say(words, bad) {
    told.textContent = words;
    told.className = bad ? 'said-now problem' : 'said-now';
  }
  // Only the version that this decision itself made is taken over: of another
  // one the editor must hear when she saves.
  function takeVersion(answer) {
    document.querySelectorAll('input[name=version]').forEach(function (mine) {
      var theirs = answer.querySelector('input[name=version]');
      if (theirs && Number(theirs.value) === Number(mine.value) + 1) mine.value = theirs.value;
    });
  }
  function takeClaims(answer, button) {
    var list = document.querySelector('.claimlist'), theirs = answer.querySelector('.claimlist');
    if (button.value === 'add') {
      if (list && theirs) list.replaceWith(theirs);
      else if (theirs) told.before(theirs);
      ['words', 'claimant', 'cue', 'least', 'most', 'scope', 'as_of'].forEach(function (name) { document.getElementById('c-' + name.replace('_', '')).value = ''; });
      return;
    }
    var old = button.closest('li'), one = answer.getElementById(old.id);
    if (!one) return;
    old.replaceWith(one);
    goTo(one);
  }
  document.addEventListener('click', function (event) {
    var button = event.target.closest('button[data-claim]');
    if (!button || !told || !window.fetch) return;
    event.preventDefault();
    var body = new URLSearchParams({ do: button.value });
    if (button.value === 'add') fields.forEach(function (name) { body.set(name, document.getElementById('c-' + name.replace('_', '')).value); });
    button.disabled = true;
    fetch(button.formAction, { method: 'POST', body: body, credentials: 'same-origin' })
      .then(function (answer) { return answer.text().then(function (html) { return { ok: answer.ok, page: new DOMParser().parseFromString(html, 'text/html') }; }); })
      .then(function (got) {
        var words = got.page.querySelector(got.ok ? '.notice' : '.problem');
        if (got.ok) {
          takeVersion(got.page);
          takeClaims(got.page, button);
        }
        say(words ? words.firstChild.textContent.trim() || words.textContent.trim() : '', !got.ok);
      })
      .catch(function () { say(told.dataset.failed, true); })
      .finally(function () { button.disabled = false; });
  });

  // The preview follows what is written; the server renders it.
  Array.prototype.forEach.call(document.querySelectorAll('form[data-preview]'), function (form) {
    var out = document.getElementById('preview'), timer, turn = 0;
    function render() {
      var mine = ++turn;
      fetch(form.dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' })
        .then(function (answer) { return answer.ok ? answer.text() : null; })
        .then(function (html) { if (html !== null && mine === turn) out.innerHTML = html; })
        .catch(function () {});
    }
    form.addEventListener('input', function () {
      clearTimeout(timer);
      timer = setTimeout(render, 300);
    });
  });
})();
