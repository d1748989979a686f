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
  var text = document.getElementById('lights');
  function list(query) { return Array.prototype.slice.call(document.querySelectorAll(query)); }
  function shows(light) {
    return light.dataset.kinds.split(' ').some(function (kind) { return !text.classList.contains(kind.replace('k-', 'off-')); });
  }
  function lights() { return list('#lights .pin, #lights a[data-first]').filter(shows); }
  function lit() { return document.activeElement && document.activeElement.closest('#lights a'); }
  function current() {
    if (lit()) return document.querySelector('[data-card="' + lit().dataset.of + '"]');
    return document.activeElement && document.activeElement.closest('[data-row]');
  }
  function goTo(row) {
    if (!row) return;
    (row.matches('a') ? row : row.querySelector('a')).focus({ preventScroll: true });
    row.scrollIntoView({ block: row.matches('a') ? 'center' : 'nearest' });
  }
  function step(by) {
    var inText = lit() || text && !current(), all = inText ? lights() : list('[data-row]');
    var at = all.indexOf(inText ? lit() : current());
    goTo(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]);
  }

  // One stop of the Tab key for all lights; j and k go on from there.
  list('#lights a').forEach(function (light, i) { if (i > 0) light.tabIndex = -1; });

  // The card is told where in the text its button was pressed, and for which words.
  function tell(card, light) {
    card.querySelectorAll('[name=at]').forEach(function (field) { field.value = light.dataset.at; });
    card.querySelectorAll('select[name=words]').forEach(function (field) {
      if (Array.prototype.some.call(field.options, function (o) { return o.value === light.textContent; })) field.value = light.textContent;
    });
  }
  list('#switches input').forEach(function (box) {
    box.hidden = false;
    box.addEventListener('change', function () { text.classList.toggle('off-' + box.dataset.kind, !box.checked); });
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
    else if (key === 'o' && current()) current().querySelector('a').click();
    else if (/^[a-z]$/.test(key) && target(key)) act(target(key));
    else return;
    event.preventDefault();
  });

  // After a decision the queue goes on at the next line. The browser itself
  // moves the focus to the place that an address names, so this comes later.
  function arrive() {
    var row = document.getElementById(location.hash.slice(1)), place = /^#i-t(\d+)$/.exec(location.hash);
    if (!row && place && text) { // it is lit no more: the next that is
      row = lights().find(function (light) { return +light.dataset.at >= +place[1]; });
    }
    if (row) for (var d = row.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    if (row && document.activeElement === document.body) goTo(row);
  }
  if (location.hash.indexOf('#i-') === 0) window.addEventListener('load', function () { setTimeout(arrive); });
  window.addEventListener('hashchange', function () { if (location.hash.indexOf('#i-') === 0) setTimeout(arrive); });

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
