"use strict";
// One message as the page shows it. `now`, `me`, `say` and `send` are those of page.js.
const STYLES = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote" };
const TONES = ["#0b5fa8", "#a3246b", "#1f7a4d", "#9a4d00", "#6b3fa0", "#00707a", "#b3261e", "#4f6b00"];

function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

// So that the focus can come back to it when it is drawn again: by its key, else by its place in the group.
function keyed(node, group, key, place = 0) {
  Object.assign(node.dataset, { group, key, place });
  return node;
}

function link(address, ...children) {
  const node = make("a", { target: "_blank", rel: "noopener noreferrer" }, ...children);
  if (/^https?:/i.test(address)) node.href = address;
  return node;
}

function entityNode(entity, text) {
  if (entity.type === "text_link") return link(entity.url);
  if (entity.type === "url") return link(/^https?:/i.test(text) ? text : `http://${text}`);
  if (entity.type === "spoiler") return make("span", { className: "spoiler", tabIndex: 0 });
  if (entity.type === "bot_command") return order(text);
  return make(STYLES[entity.type] || "span");
}

function order(text, ...children) {
  return make("button", { className: "order", onclick: () => say(text) }, ...children);
}

function styled(text, entities, start = 0, end = text.length) {
  const nodes = [];
  let at = start;
  entities = [...entities];
  while (entities.length) {
    const outer = entities.shift(), last = Math.min(outer.offset + outer.length, end);
    if (outer.offset < at) continue;
    const inner = [];
    while (entities.length && entities[0].offset < last) inner.push(entities.shift());
    const node = entityNode(outer, text.slice(outer.offset, last));
    node.append(...styled(text, inner, outer.offset, last));
    nodes.push(text.slice(at, outer.offset), node);
    at = last;
  }
  return [...nodes, text.slice(at, end)];
}

function buttonNode(message, button, position) {
  if (button.url) return Object.assign(link(button.url, `${button.text} ↗`), { className: "button" });
  const press = () => send({ as: me, chat: message.chat.id, message: message.message_id, button: position });
  const node = make("button", { onclick: press, textContent: button.text });
  return keyed(node, `${message.chat.id}/${message.message_id}`, button.text, position);
}

function keyboard(message) {
  let position = 0;
  const rows = (message.reply_markup || { inline_keyboard: [] }).inline_keyboard;
  return make("div", { className: "rows" }, ...rows.map(row =>
    make("div", { className: "row" }, ...row.map(button => buttonNode(message, button, position++)))));
}

function attachment(message) {
  if (message.photo) return [make("img", { src: now.files + message.photo.at(-1).file_id, alt: message.caption || "" })];
  const file = message.document;
  return file ? [make("a", { href: now.files + file.file_id, download: file.file_name }, `📄 ${file.file_name}`)] : [];
}

function toned(node, id) {
  node.style.setProperty("--tone", TONES[Math.abs(id) % TONES.length]);
  return node;
}

function head(message) {
  const sender = message.from || message.sender_chat, name = sender.first_name || sender.title;
  const time = new Date(1000 * (message.edit_date || message.date));
  const clock = time.toLocaleTimeString("es", { hour: "2-digit", minute: "2-digit" });
  const who = sender.is_bot ? name : toned(make("b", {}, name), sender.id);
  return make("div", { className: "who" }, who, ` · ${clock}${message.edit_date ? " · editado" : ""}`);
}

function messageNode(message) {
  if (message.new_chat_members) return note(`${names(message.new_chat_members)} entra en el grupo`);
  if (message.left_chat_member) return note(`${names([message.left_chat_member])} deja el grupo`);
  const text = message.text ?? message.caption ?? "", entities = message.entities || message.caption_entities || [];
  return make("article", {},
    make("div", { className: "bubble" }, head(message), ...attachment(message),
      make("div", { className: "text" }, ...styled(text, entities))), keyboard(message));
}

function names(people) {
  return people.map(person => person.first_name).join(", ");
}

function note(...children) {
  return make("p", { className: "note" }, ...children);
}
