// SPDX-License-Identifier: MIT
//
// What the page of chat.php does: says hello with the name and its token, shows what comes,
// and when the connection ends tries again and asks for what it has missed.
//
// Names and tokens that were used here are in localStorage, so that they are there tomorrow;
// which of them this tab uses is in sessionStorage, so that two tabs may be two people.
'use strict';

const LONGEST_WAIT = 30000; // milliseconds between two attempts to connect
const DEAF = 4000;          // an attempt that has no answer by then has failed

const $ = id => document.getElementById(id);
const tokens = () => JSON.parse(localStorage.getItem('chat.tokens') ?? '{}');

let socket = null;
let online = false; // we have been welcomed
let attempts = 0, retry = null, deaf = null;
let name = sessionStorage.getItem('chat.name'); // null: nobody has joined
let last = 0;      // the number of the last message shown
let pending = [];  // what we have said and not seen yet: { to, text, item }
let unread = 0;

// ---- the connection ------------------------------------------------------------------------

function connect() {
  clearTimeout(retry);
  clearTimeout(deaf);
  socket?.close();
  const mine = socket = new WebSocket(location.origin.replace(/^http/, 'ws') + location.pathname);
  deaf = setTimeout(() => mine.close(), DEAF);
  show(attempts === 0 ? 'connecting' : 'reconnecting');
  mine.onopen = () =>
    mine.send(JSON.stringify({ type: 'hello', name, token: tokens()[name.toLowerCase()] ?? '', since: last }));
  mine.onmessage = event => {
    if (mine === socket) { // and not one that we have given up
      const message = JSON.parse(event.data);
      receive[message.type](message);
    }
  };
  mine.onclose = () => {
    if (mine === socket && name !== null) {
      clearTimeout(deaf);
      // Twice as long each time, and never all clients of a server that restarts at once.
      const wait = Math.min(LONGEST_WAIT, 500 * 2 ** attempts++) * (0.5 + Math.random() / 2);
      retry = setTimeout(connect, wait);
      show('reconnecting');
    }
  };
}

// No reason to wait any longer.
function hurry() {
  if (name !== null) {
    attempts = 0;
    connect();
  }
}

function say({ to, text }) {
  socket.send(JSON.stringify({ type: 'say', to, text }));
}

const receive = {
  welcome(message) {
    clearTimeout(deaf);
    attempts = 0;
    name = message.name;
    if (message.token !== tokens()[name.toLowerCase()]) { // another database: its numbers begin anew
      last = 0;
      $('messages').replaceChildren(...pending.map(({ item }) => item));
    }
    sessionStorage.setItem('chat.name', name);
    localStorage.setItem('chat.name', name);
    localStorage.setItem('chat.tokens', JSON.stringify({ ...tokens(), [name.toLowerCase()]: message.token }));
    $('me').textContent = name;
    show('online');
    message.messages.forEach(receive.message);
    pending.forEach(say); // the end has come before them
  },

  online({ names }) {
    names.sort((a, b) => a.localeCompare(b));
    $('people').replaceChildren(...names.map(person => {
      const button = element('button', person === name ? `${person} (you)` : person);
      button.disabled = person === name;
      button.onclick = () => choose($('to').value === person ? '' : person);
      const item = element('li');
      item.append(button);
      return item;
    }));
    names.forEach(known);
    choose($('to').value);
  },

  message(message) {
    if (message.id <= last) {
      return;
    }
    last = message.id;
    if (message.sender === name) {
      const sent = pending.findIndex(({ to, text }) => text === message.text && to === (message.recipient ?? ''));
      pending.splice(sent, sent < 0 ? 0 : 1).forEach(({ item }) => item.remove());
    }
    [message.sender, message.recipient ?? name].forEach(known);
    append(message);
    if (document.hidden) {
      document.title = `(${++unread}) Chat`;
    }
  },

  error({ text }) {
    $('error').textContent = text;
    if (!online) { // the name was refused
      leave();
    } else { // we have said something that was no good
      pending.splice(0, 1).forEach(({ item }) => item.remove());
    }
  },
};

// ---- the page --------------------------------------------------------------------------------

// Text from others becomes text, never markup.
function element(tag, text = '', className = '') {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

function show(state) {
  online = state === 'online';
  $('state').textContent = state;
  $('state').className = online ? 'online' : 'waiting';
  $('join').hidden = name !== null;
  $('room').hidden = $('leave').hidden = name === null;
}

function append({ time, sender, recipient, text }, className = '') {
  const list = $('messages');
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  const item = element('li', '', className);
  const to = recipient === name ? 'you' : recipient;
  item.classList.toggle('mine', sender === name);
  item.classList.toggle('private', Boolean(recipient));
  const when = element('time', new Date(time * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
  when.dateTime = new Date(time * 1000).toISOString();
  const who = element('div', (sender === name ? 'You' : sender) + (to ? ` to ${to}, privately ` : ' '), 'who');
  who.append(when);
  item.append(who, element('div', text, 'what'));
  list.insertBefore(item, className === 'pending' ? null : list.querySelector('.pending'));
  if (atEnd || sender === name) { // who reads further up is left there
    list.scrollTop = list.scrollHeight;
  }
  return item;
}

// Somebody whom a private message can be sent to.
function known(person) {
  if (person !== name && ![...$('to').options].some(option => option.value === person)) {
    $('to').append(Object.assign(element('option', `${person}, privately`), { value: person }));
  }
}

function choose(person) {
  $('to').value = person;
  document.querySelectorAll('#people button').forEach(button =>
    button.setAttribute('aria-pressed', person !== '' && button.textContent === person));
}

function leave() {
  name = null;
  sessionStorage.removeItem('chat.name');
  socket.close();
  clearTimeout(retry);
  clearTimeout(deaf);
  [attempts, last, pending] = [0, 0, []];
  ['messages', 'people', 'me'].forEach(id => $(id).replaceChildren());
  $('to').length = 1;
  show('offline');
  $('name').focus();
}

$('join').onsubmit = event => {
  event.preventDefault();
  name = $('name').value.trim();
  $('error').textContent = '';
  connect();
};
$('say').onsubmit = event => {
  event.preventDefault();
  const message = { to: $('to').value, text: $('text').value.trim() };
  if (message.text !== '') {
    const item = append({ time: Date.now() / 1000, sender: name, recipient: message.to, text: message.text }, 'pending');
    pending.push({ ...message, item });
    if (online) {
      say(message);
    }
  }
  $('error').textContent = $('text').value = '';
  $('text').focus();
};
$('to').onchange = () => choose($('to').value);
$('leave').onclick = () => {
  leave();
  $('error').textContent = '';
};
addEventListener('pagehide', () => socket?.close()); // a browser may keep a page that was left, and its connection
addEventListener('pageshow', event => event.persisted && hurry());
addEventListener('online', hurry); // it may be another network, in which the old connection is dead
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    unread = 0;
    document.title = 'Chat';
    if (socket?.readyState === WebSocket.CLOSED) {
      hurry();
    }
  }
});

$('name').value = localStorage.getItem('chat.name') ?? '';
show('offline');
if (name !== null) {
  connect();
}
