"use strict";
/* Asks for the state every two seconds and shows it. Whatever comes from peers is set as text, never as HTML. */
const EVERY_MILLIS = 2000;
const PATIENCE_MILLIS = 8000;
const TOKEN = "parley-bootstrap-token";
const by = id => document.getElementById(id);

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function span(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return s + " s";
  if (s < 3600) return Math.floor(s / 60) + " min " + (s % 60) + " s";
  if (s < 86400) return Math.floor(s / 3600) + " h " + Math.floor(s % 3600 / 60) + " min";
  return Math.floor(s / 86400) + " d " + Math.floor(s % 86400 / 3600) + " h";
}

function renewed(peer, lease) {
  const age = make("div", "age");
  if (peer.renewedSecondsAgo === null) {
    age.append(make("span", "machine", "–"));
    return age;
  }
  age.append(make("span", "machine", span(peer.renewedSecondsAgo) + " ago"));
  if (lease > 0) {
    const left = Math.max(0, lease - peer.renewedSecondsAgo);
    if (left < lease / 4) age.classList.add("late");
    const meter = make("meter");
    meter.max = lease;
    meter.low = lease / 4;
    meter.optimum = lease;
    meter.value = left;
    meter.title = span(left) + " of its lease left";
    meter.setAttribute("aria-label", meter.title);
    age.append(meter);
  }
  return age;
}

function row(peer, state) {
  const line = make("tr");
  line.append(make("td", "name", peer.name || peer.id));
  const host = peer.ip.includes(":") ? "[" + peer.ip + "]" : peer.ip;
  line.append(make("td", "machine", host + ":" + peer.port + (peer.protocol ? " " + peer.protocol : "")));
  const since = make("td", "machine", peer.timestamp > 0 ? span(state.now - peer.timestamp) : "–");
  since.title = "id " + peer.id;
  line.append(since);
  const last = make("td");
  last.append(renewed(peer, state.leaseSeconds));
  line.append(last);
  return line;
}

function section(room, state) {
  const part = make("section");
  part.setAttribute("aria-label", "Room " + room.name);
  const head = make("div", "head");
  head.append(make("h2", "", room.name));
  const full = room.numpeers >= room.maxpeers;
  const count = room.numpeers + " of at most " + room.maxpeers + " peers" + (full ? ", full" : "");
  head.append(make("span", full ? "count full" : "count", count));
  part.append(head);
  if (room.peers.length === 0) {
    part.append(make("p", "hint", "Nobody is listed."));
    return part;
  }
  const table = make("table");
  const titles = make("tr");
  for (const title of ["Name", "Address", "Registered for", "Last renewed"]) titles.append(make("th", "", title));
  const top = make("thead");
  top.append(titles);
  const body = make("tbody");
  for (const peer of room.peers) body.append(row(peer, state));
  table.append(top, body);
  part.append(table);
  if (room.numpeers > room.peers.length)
    part.append(make("p", "hint", "and " + (room.numpeers - room.peers.length) + " more"));
  return part;
}

function show(state) {
  by("facts").hidden = false;
  by("ask-token").hidden = true;
  by("room-count").textContent = state.roomCount;
  by("peer-count").textContent = state.peerCount + (state.moreRooms > 0 ? " +" : "");
  by("lease").textContent = state.leaseSeconds > 0 ? span(state.leaseSeconds) : "none";
  by("uptime").textContent = span(state.uptimeSeconds);
  by("empty").hidden = state.rooms.length > 0;
  by("invitation").textContent = "parley --bootstrap " + location.origin;
  by("rooms").replaceChildren(...state.rooms.map(room => section(room, state)));
  by("more").hidden = state.moreRooms === 0;
  by("more").textContent = "and " + state.moreRooms + " more rooms";
}

function say(kind, text) {
  by("live").dataset.state = kind;
  by("live-text").textContent = text;
}

let lastGood = 0;
let timer;

async function refresh() {
  const token = sessionStorage.getItem(TOKEN);
  try {
    const answer = await fetch("status", {
      headers: token ? { Authorization: "Bearer " + token } : {},
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MILLIS)
    });
    if (answer.status === 401) {
      say("waiting", token ? "that is not the token" : "waiting for the token");
      by("ask-token").hidden = false;
    } else if (answer.ok) {
      show(await answer.json());
      lastGood = Date.now();
      say("live", "live");
    } else {
      say("lost", "answers with status " + answer.status);
    }
  } catch (failure) {
    say("lost", lastGood ? "no answer for " + span((Date.now() - lastGood) / 1000) : "no answer");
  }
  clearTimeout(timer);
  timer = setTimeout(refresh, EVERY_MILLIS);
}

by("ask-token").addEventListener("submit", event => {
  event.preventDefault();
  sessionStorage.setItem(TOKEN, by("token").value.trim());
  by("token").value = "";
  refresh();
});
refresh();
