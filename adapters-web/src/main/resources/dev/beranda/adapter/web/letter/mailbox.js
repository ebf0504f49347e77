// Shows the letters; each in a frame of its own, which runs nothing and may only open links in a new window.
'use strict';

const isPreview = location.pathname.endsWith('/letters');
const source = isPreview ? `/dev/letters.json${location.search}` : '/dev/mailbox.json';
const byId = (id) => document.getElementById(id);

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function frame(html) {
  const made = document.createElement('iframe');
  made.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  made.srcdoc = `<base target="_blank">${html}`;
  return made;
}

function entry(letter) {
  const made = document.createElement('details');
  const head = element('summary', `${letter.subject} · ${letter.to.join(', ')} · `);
  head.append(element('time', new Date(letter.at).toLocaleString()));
  made.append(head);
  made.addEventListener('toggle', () => {
    if (made.open && made.childElementCount === 1) {
      made.append(frame(letter.html), element('pre', letter.text));
    }
  });
  return made;
}

async function show() {
  const { items } = await (await fetch(source)).json();
  byId('explanation').textContent = items.length ? '' : 'Nothing here yet.';
  byId('letters').replaceChildren(...items.map(entry));
}

byId('title').textContent = isPreview ? 'Every letter' : 'Mailbox';
show().catch(() => {
  byId('explanation').textContent = 'The letters cannot be read right now.';
});
