// Keys, filters and decisions. The page is whole without it; it adds nothing that is not in the
// document and sends nothing anywhere.
(() => {
  'use strict';
  const find = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const desk = document.querySelector('.desk');
  if (!desk) return;
  document.documentElement.classList.add('js');

  const notes = find('.remark');
  const lines = new Map(find('.fixes li').map((line) => [line.dataset.for, line]));
  const key = 'cotejo:' + document.body.dataset.text;

  // The review is an append-only list of lines; the last one of a fingerprint is in force.
  let store = null;
  let review = [];
  try {
    store = window.localStorage;
    const kept = JSON.parse(store.getItem(key) || '[]');
    if (Array.isArray(kept)) review = kept;
    byId('who').value = store.getItem('cotejo:who') || '';
  } catch (error) {
    store = null;
  }
  const keep = () => {
    try {
      store.setItem(key, JSON.stringify(review));
    } catch (error) {
      store = null;
    }
  };
  const inForce = () => new Map(review.map((line) => [line.fingerprint, line]));

  const show = (element, line) => {
    const decision = line && line.decision !== 'undecided' ? line.decision : '';
    ['accepted', 'dismissed', 'ask-author', 'fixed'].forEach((name) => {
      element.classList.toggle('is-' + name, name === decision);
    });
    const words = decision ? desk.getAttribute('data-' + decision) || decision : '';
    find('.decided', element).forEach((label) => {
      label.textContent = words && line.note ? words + ': ' + line.note : words;
    });
  };
  const isOpen = (line) => !line || line.decision === 'undecided' || line.decision === 'ask-author';

  const filter = () => {
    const shown = new Set(find('[data-show]').filter((box) => box.checked)
      .map((box) => box.dataset.show));
    const words = byId('filter').value.toLocaleLowerCase();
    const decided = inForce();
    notes.forEach((note) => {
      note.hidden = !shown.has(note.dataset.severity) ||
        (byId('undecided').checked && !isOpen(decided.get(note.dataset.fingerprint))) ||
        (words !== '' && !note.textContent.toLocaleLowerCase().includes(words));
      const line = lines.get(note.id);
      if (line) line.hidden = note.hidden;
    });
  };

  const refresh = () => {
    const decided = inForce();
    let open = 0;
    notes.forEach((note) => {
      const line = decided.get(note.dataset.fingerprint);
      show(note, line);
      if (lines.has(note.id)) show(lines.get(note.id), line);
      if (isOpen(line)) open += 1;
    });
    const progress = desk.dataset.progress.replace('{n}', String(open))
      .replace('{total}', String(notes.length));
    byId('progress').textContent = store ? progress : progress + ' ' + desk.dataset.noStore;
    filter();
  };

  const decide = (note, decision, why) => {
    review.push({
      when: new Date().toISOString(), who: byId('who').value,
      fingerprint: note.dataset.fingerprint, code: note.dataset.code, decision, note: why || '',
    });
    keep();
    refresh();
  };

  let asking = null;
  const ask = (note, decision) => {
    if (decision !== 'dismissed') {
      decide(note, decision);
      return;
    }
    asking = note;
    byId('reason-text').value = '';
    byId('reason').returnValue = '';
    byId('reason').showModal();
  };
  byId('reason').addEventListener('close', () => {
    const why = byId('reason-text').value.trim();
    if (asking && byId('reason').returnValue === 'ok' && why !== '') decide(asking, 'dismissed', why);
    if (asking) asking.focus();
    asking = null;
  });

  // The note that has the focus, or holds what has it, or was last moved to.
  let current = null;
  const noteInFocus = () => {
    const focused = document.activeElement && document.activeElement.closest('.remark');
    return focused || current;
  };
  const move = (step) => {
    const visible = notes.filter((note) => !note.hidden);
    if (visible.length === 0) return;
    const at = visible.indexOf(noteInFocus());
    const next = at < 0 ? (step > 0 ? 0 : visible.length - 1) : at + step;
    current = visible[Math.min(Math.max(next, 0), visible.length - 1)];
    current.focus();
    current.scrollIntoView({block: 'center'});
  };
  const undo = () => {
    const last = review[review.length - 1];
    const note = last && notes.find((one) => one.dataset.fingerprint === last.fingerprint);
    if (note && last.decision !== 'undecided') decide(note, 'undecided');
  };
  const toggle = (note) => {
    const details = note.querySelector('details');
    details.open = !details.open;
  };

  const decisions = {a: 'accepted', d: 'dismissed', q: 'ask-author', f: 'fixed'};
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
      return;
    }
    const typing = event.target.closest('input:not([type="checkbox"]), textarea, select');
    if (typing) {
      if (event.key === 'Escape') typing.blur();
      return;
    }
    const note = noteInFocus();
    if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key === 'u') undo();
    else if (event.key === 'e' && note) toggle(note);
    else if (Object.hasOwn(decisions, event.key) && note) ask(note, decisions[event.key]);
    else if (event.key === '/') byId('filter').focus();
    else if (event.key === '?') byId('help').showModal();
    else return;
    event.preventDefault();
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-decision]');
    if (button) ask(button.closest('.remark'), button.dataset.decision);
  });
  byId('help-button').addEventListener('click', () => byId('help').showModal());
  byId('download').addEventListener('click', () => {
    const text = review.map((line) => JSON.stringify(line) + '\n').join('');
    const link = document.createElement('a');
    const name = document.body.dataset.article.split('/').pop() || 'article';
    link.href = URL.createObjectURL(new Blob([text], {type: 'application/x-ndjson'}));
    link.download = name + '.review.jsonl';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  byId('who').addEventListener('change', () => {
    if (store) store.setItem('cotejo:who', byId('who').value);
  });
  find('[data-show], #undecided').forEach((box) => box.addEventListener('change', filter));
  byId('filter').addEventListener('input', filter);
  refresh();
})();
