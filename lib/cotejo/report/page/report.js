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

  // The review is an append-only list of lines; the latest of a print is in force. Lines that came
  // with the page and lines kept here are one list, in the order of their times.
  const identity = (line) => [line.when, line.who, line.fingerprint, line.decision].join('\n');
  const merge = (...lists) => {
    const seen = new Map();
    lists.flat().forEach((line) => {
      if (line && typeof line.fingerprint === 'string') seen.set(identity(line), line);
    });
    const time = (line) => line.when || '';
    return [...seen.values()].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
  };
  const parsed = (text) => {
    try {
      const list = JSON.parse(text || '[]');
      return Array.isArray(list) ? list : [];
    } catch (error) {
      return [];
    }
  };
  let store = null;
  let review = parsed(desk.dataset.lines);
  try {
    store = window.localStorage;
    review = merge(review, parsed(store.getItem(key)));
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

  // What holds for a note: the line in force, else what the page says (a house rule, or a decision
  // on words that have changed since).
  const standing = (note, decided) => {
    const line = decided.get(note.dataset.print);
    if (line) {
      const moved = line.decision === 'fixed' && line.text && line.text !== document.body.dataset.text;
      return {decision: line.decision, note: line.note || '', lapse: moved ? 'still-there' : 'none'};
    }
    return {
      decision: note.dataset.decision || 'undecided', note: note.dataset.why || '',
      lapse: note.dataset.lapse || 'none', waived: note.dataset.waived,
    };
  };
  const isOpen = (held) => held.decision === 'undecided' || held.decision === 'ask-author' ||
    held.lapse !== 'none';
  const inWords = (held) => {
    if (held.decision === 'undecided') return '';
    let words = desk.getAttribute('data-' + held.decision) || held.decision;
    if (held.lapse !== 'none') {
      words = desk.getAttribute('data-' + held.lapse).replace('{decision}', words);
    }
    if (held.waived) words += ' (' + desk.dataset.waiver + ')';
    return held.note ? words + ': ' + held.note : words;
  };
  const show = (element, held) => {
    const decision = held.lapse === 'none' ? held.decision : 'lapsed';
    ['accepted', 'dismissed', 'ask-author', 'fixed', 'lapsed'].forEach((name) => {
      element.classList.toggle('is-' + name, name === decision);
    });
    find('.decided', element).forEach((label) => {
      label.textContent = inWords(held);
    });
  };

  const filter = () => {
    const shown = new Set(find('[data-show]').filter((box) => box.checked)
      .map((box) => box.dataset.show));
    const words = byId('filter').value.toLocaleLowerCase();
    const decided = inForce();
    notes.forEach((note) => {
      note.hidden = !shown.has(note.dataset.severity) ||
        (byId('undecided').checked && !isOpen(standing(note, decided))) ||
        (words !== '' && !note.textContent.toLocaleLowerCase().includes(words));
      const line = lines.get(note.id);
      if (line) line.hidden = note.hidden;
    });
  };

  const refresh = () => {
    const decided = inForce();
    let open = 0;
    notes.forEach((note) => {
      const held = standing(note, decided);
      show(note, held);
      if (lines.has(note.id)) show(lines.get(note.id), held);
      const mark = byId('ft' + note.id.slice(1));
      if (mark) mark.classList.toggle('is-dismissed', !isOpen(held) && held.decision === 'dismissed');
      if (isOpen(held)) open += 1;
    });
    const progress = desk.dataset.progress.replace('{n}', String(open))
      .replace('{total}', String(notes.length));
    find('.open-count').forEach((place) => {
      place.textContent = progress;
    });
    byId('progress').textContent = store ? progress : progress + ' ' + desk.dataset.noStore;
    filter();
  };

  const decide = (note, decision, why, undoable = true) => {
    if (undoable) made.push({note, before: standing(note, inForce())});
    const line = {
      when: new Date().toISOString(), who: byId('who').value, fingerprint: note.dataset.print,
      words: note.dataset.wordsPrint, place: note.dataset.placePrint, code: note.dataset.code,
      decision, note: why || '', text: document.body.dataset.text,
    };
    review.push(Object.fromEntries(Object.entries(line).filter(([, value]) => value !== '')));
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
  // Undoing adds lines too: what held before the last decision made here is decided again.
  const made = [];
  const undo = () => {
    const last = made.pop();
    if (!last) return;
    decide(last.note, last.before.decision, last.before.note, false);
    last.note.focus();
  };
  const questions = () => {
    const decided = inForce();
    const asked = notes.filter((note) => standing(note, decided).decision === 'ask-author');
    return asked.map((note, index) => {
      const words = note.querySelector('details q');
      return (index + 1) + '. ' + (words ? '“' + words.textContent + '” ' : '') + '(' +
        note.dataset.place + '): ' + note.querySelector('.message').textContent + '\n';
    }).join('');
  };
  const copyQuestions = () => {
    const text = questions();
    const box = byId('questions-text');
    const say = (word) => {
      byId('copied').textContent = desk.getAttribute('data-' + word);
    };
    box.value = text && document.querySelector('h1').textContent + '\n\n' + text;
    byId('questions').showModal();
    box.select();
    if (!text) say('no-questions');
    else if (!navigator.clipboard) say('copy-by-hand');
    else navigator.clipboard.writeText(box.value).then(() => say('copied'), () => say('copy-by-hand'));
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
    else if (event.key === 'c') copyQuestions();
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
  byId('undo').addEventListener('click', undo);
  byId('ask').addEventListener('click', copyQuestions);
  byId('help-button').addEventListener('click', () => byId('help').showModal());
  byId('download').addEventListener('click', () => {
    const text = review.map((line) => JSON.stringify(line) + '\n').join('');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], {type: 'application/x-ndjson'}));
    link.download = document.body.dataset.review;
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
