"use strict";
const $ = id => document.getElementById(id);
const shown = new Map(), answered = new Map();
const kept = remembered();
let now = null, me = kept.me, open = kept.open;
const read = new Map(kept.read);

// ——— what this browser remembers: who was chosen, what is open, how far each chat was read

function remembered() {
  try {
    return { read: [], ...JSON.parse(localStorage.getItem("chat")) };
  } catch {
    return { read: [] };
  }
}

function remember() {
  try {
    localStorage.setItem("chat", JSON.stringify({ me, open, read: [...read] }));
  } catch { /* without storage it is forgotten on closing */ }
}

// ——— the whole page

function person() {
  return now.people.find(one => one.id === me) || now.people[0];
}

function chatOf(id) {
  return now.chats.find(one => one.id === id);
}

function draw() {
  me = person().id;
  if (!person().chats.includes(open)) open = me;
  const chat = chatOf(open), focused = document.activeElement?.dataset;
  read.set(open, chat.messages.at(-1)?.message_id || 0);
  $("people").replaceChildren(...now.people.map(personButton), manageButton());
  $("chats").replaceChildren(...person().chats.map(chatButton));
  drawSpeaker(chat);
  drawLog(chat);
  drawCast();
  if (focused?.group && document.activeElement === document.body) focusAgain(focused);
  remember();
}

function focusAgain({ group, key, place }) {
  const there = [...document.querySelectorAll("[data-group]")].filter(node => node.dataset.group === group);
  const again = there.find(node => node.dataset.key === key) || there[Math.min(place, there.length - 1)];
  (again || ($("cast").open ? $("name") : $("input"))).focus();
}

function drawLog(chat) {
  const log = $("log"), wasLow = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const nodes = chat.messages.map(message => {
    const key = `${open}/${message.message_id}`, json = JSON.stringify(message), old = shown.get(key);
    const node = old?.json === json ? old.node : messageNode(message);
    node.classList.toggle("mine", message.from?.id === me);
    shown.set(key, { json, node });
    return node;
  });
  if (!nodes.length) nodes.push(emptyNote(chat));
  const staying = new Set(nodes);
  [...log.children].filter(node => !staying.has(node)).forEach(node => node.remove());
  nodes.forEach((node, place) => { if (log.children[place] !== node) log.insertBefore(node, log.children[place] || null); });
  if (wasLow) log.scrollTop = log.scrollHeight;
}

function emptyNote(chat) {
  if (chat.type !== "private") return note("En un grupo, el bot solo oye órdenes y menciones.");
  return note("Aún no hay mensajes. Escribe ", order("/start", "/start"), " para empezar.");
}

function drawSpeaker(chat) {
  const standing = chat.standings[me];
  $("speaker").hidden = chat.type === "private";
  $("speaks").textContent = person().name;
  $("administers").checked = standing !== "member";
  $("administers").disabled = standing === "creator";
  $("administers").parentNode.title = standing === "creator" ? "Quien crea un grupo lo administra siempre." : "";
}

function unread(id) {
  return chatOf(id).messages.filter(one => !isSaidHere(one) && one.message_id > (read.get(id) || 0)).length;
}

function isSaidHere(message) {
  return message.from && !message.from.is_bot;
}

function chooser(group, id, name, isChosen, count, choose, ...before) {
  const named = make("span", { className: "name", title: name }, name), unseen = make("span", { className: "unseen" }, " sin leer");
  const node = make("button", { onclick: choose }, ...before, named);
  if (count) node.append(make("span", { className: "count" }, `${count}`, unseen));
  node.setAttribute("aria-pressed", isChosen);
  return keyed(node, group, id);
}

function face(someone) {
  const node = make("span", { className: "face" }, [...someone.name][0].toUpperCase());
  node.setAttribute("aria-hidden", true);
  return toned(node, someone.id);
}

function personButton(someone) {
  const { id, name } = someone;
  return chooser("people", id, name, id === me, unread(id), () => become(someone), face(someone));
}

function manageButton() {
  const node = make("button", { className: "manage", onclick: manage, title: "Añadir o quitar personas" }, "+");
  node.setAttribute("aria-label", "Personas");
  return keyed(node, "people", "manage");
}

function chatButton(id) {
  const chat = chatOf(id), name = chat.type === "private" ? now.bot : chat.title;
  return chooser("chats", id, name, id === open, unread(id), () => look(id));
}

function become(someone) {
  me = someone.id;
  look(someone.chats.includes(open) ? open : me);
}

function look(id) {
  open = id;
  draw();
  announce();
  offer();
  $("log").scrollTop = $("log").scrollHeight;
  $("input").focus();
}

// ——— who is here

function manage() {
  $("refused").textContent = "";
  $("name").value = "";
  $("cast").showModal();
}

function drawCast() {
  $("present").replaceChildren(...now.people.map((someone, place) => make("li", {}, face(someone),
    make("span", { className: "name" }, someone.name), ...(place ? [removeButton(someone)] : []))));
}

function removeButton(someone) {
  const node = make("button", { onclick: () => send({ remove: someone.id }) }, "Quitar");
  node.setAttribute("aria-label", `Quitar a ${someone.name}`);
  return keyed(node, "cast", someone.id);
}

$("add").onsubmit = async event => {
  event.preventDefault();
  const response = await post({ add: $("name").value }), answer = response ? await response.json() : { error: STOPPED };
  $("refused").textContent = answer.error || "";
  if (answer.error) return;
  await refresh("");
  $("cast").close();
  become(now.people.find(one => one.id === answer.id));
};
$("administers").onchange = event => send({ as: me, administers: event.target.checked });

// ——— what is said to whoever looks

const STOPPED = "El bot está parado.";
let hiding = 0;

function tell(text) {
  Object.assign($("said"), { textContent: text, hidden: false });
  clearTimeout(hiding);
  hiding = setTimeout(() => { $("said").hidden = true; }, 5000);
}

function hearAnswers() {
  for (const { id, answers } of now.people) {
    for (const answer of answers.slice(answered.get(id) ?? answers.length)) hear(answer);
    answered.set(id, answers.length);
  }
}

function hear(answer) {
  if (!answer.text) return;
  if (!answer.show_alert) return tell(answer.text);
  $("alert").querySelector("p").textContent = answer.text;
  if (!$("alert").open) $("alert").showModal();
}

function announce() {
  const waiting = now.people.filter(one => unread(one.id)).map(one => one.name);
  const total = now.chats.reduce((sum, chat) => sum + unread(chat.id), 0);
  document.title = total ? `(${total}) Chat local` : "Chat local";
  $("news").textContent = waiting.length ? `Sin leer: ${waiting.join(", ")}` : "";
}

// ——— what is done here

async function post(what) {
  return fetch("chat", { method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify(what) }).catch(() => null);
}

async function send(what) {
  const response = await post(what);
  if (!response) return tell(STOPPED);
  if (!response.ok) tell((await response.json()).error);
}

function say(text) {
  if (text.trim()) send({ as: me, chat: open, text });
  $("log").scrollTop = $("log").scrollHeight;
}

function offer() {
  const typed = $("input").value, found = now && /^\/\w*$/.test(typed)
    ? Object.entries(person().commands).filter(([name]) => `/${name}`.startsWith(typed)) : [];
  $("menu").hidden = !found.length;
  $("menu").replaceChildren(...found.map(([name, about]) => make("li", {}, make("button", { onclick: () => take(name) },
    `/${name} `, make("span", {}, about)))));
  $("input").rows = Math.min(8, typed.split("\n").length);
}

function take(name) {
  $("input").value = `/${name} `;
  $("input").focus();
  offer();
}

$("form").onsubmit = event => {
  event.preventDefault();
  say($("input").value);
  $("input").value = "";
  offer();
};
$("input").oninput = offer;
$("input").onkeydown = event => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); $("form").requestSubmit(); }
  if (event.key === "Escape") $("menu").hidden = true;
};

async function refresh(seen) {
  const response = await fetch(`chat?seen=${seen}`);
  if (!response.ok) throw new Error(response.status);
  now = await response.json();
  draw();
  hearAnswers();
  announce();
}

async function watch() {
  for (;;) {
    try {
      await refresh(now?.revision ?? "");
    } catch {
      tell(`${STOPPED.slice(0, -1)}; la página sigue intentándolo.`);
      await new Promise(done => setTimeout(done, 2000));
    }
  }
}
watch();
