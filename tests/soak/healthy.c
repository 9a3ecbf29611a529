/* SPDX-License-Identifier: MIT
 *
 * Connections that do all right, while others do not: each sends echoes, messages
 * to its room and, the first one, to all. Every message must come to everybody it
 * is for once, in its sender's order, to the last; so each knows, of each sender,
 * which number is the next.
 */
#include "soak.h"

#include <stdio.h>
#include <string.h>

#define ROOMS 6
#define UNDER_WAY 64    /* echoes of one connection */
#define PATIENCE 180ULL /* seconds for what is still under way at the end */

static struct member {
	struct peer *peer;
	uint32_t echoes_sent;
	uint32_t echoes;
	uint32_t to_room;
	uint32_t from_room[PEERS]; /* by sender, those of its own room */
	uint32_t from_all;
} members[PEERS];

static uint32_t to_all;
static uint32_t opened;
static uint64_t waits_until;
static bool goodbye;

static uint64_t pause_between(void)
{
	return (uint64_t) ((0.5 + dice(1000) / 1000.0) / opt.pace * 1e9);
}

static void opened_one(struct peer *p)
{
	(void) p;
	opened++;
}

static void send_one(struct peer *p)
{
	struct member *m = &members[p->number];
	uint32_t kind = dice(100);
	size_t length = dice_size(STAMP, dice(100) == 0 ? 65536 : 4096);
	size_t fragment = dice(8) == 0 ? 1 + dice(1024) : 0;

	if (p->number == 0 && kind < 30) {
		peer_message(p, TEXT, stamp_make('a', 0, to_all++, length), length, fragment);
		count("to_all");
	} else if (kind < 50) {
		peer_message(p, TEXT, stamp_make('r', p->number, m->to_room++, length), length, fragment);
		count("to_rooms");
	} else if (m->echoes_sent - m->echoes < UNDER_WAY) {
		bool binary = kind < 60;

		peer_message(p, binary ? BINARY : TEXT, stamp_make(binary ? 'b' : 'e', p->number, m->echoes_sent++, length),
		             length, fragment);
		count("echoes");
	}
}

static void due(struct peer *p)
{
	if (stopping) {
		return;
	}
	/* No message is sent before everybody is there to receive it. */
	if (opened == opt.connections) {
		send_one(p);
	}
	p->due = now() + pause_between();
}

static void expect(const struct peer *p, const struct stamp *s, uint32_t *next, uint32_t sent)
{
	if (s->number != *next || s->number >= sent) {
		fail("connection %u: message '%c' %u of %u where %u was to come, of %u that were sent", p->number, s->kind,
		     s->number, s->sender, *next, sent);
	}
	++*next;
	count("checked");
}

static void message(struct peer *p, const uint8_t *at, size_t n)
{
	struct member *m = &members[p->number];
	struct stamp s = stamp_read(p, at, n);

	if (s.kind == 'n') {
		count("noise");
		return;
	}
	if (s.sender >= opt.connections || ((s.kind == 'e' || s.kind == 'b') && s.sender != p->number) ||
	    (s.kind == 'r' && s.sender % ROOMS != p->number % ROOMS) || (s.kind == 'a' && s.sender != 0)) {
		fail("connection %u: a message '%c' of %u is not for it", p->number, s.kind, s.sender);
	}
	if (s.kind == 'r') {
		expect(p, &s, &m->from_room[s.sender], members[s.sender].to_room);
	} else if (s.kind == 'a') {
		expect(p, &s, &m->from_all, to_all);
	} else {
		expect(p, &s, &m->echoes, m->echoes_sent);
	}
}

static void gone(struct peer *p, const char *how)
{
	if (!goodbye || p->close_code != 1000) {
		fail("connection %u: %s, Close %u, after %u echoes of %u", p->number, how, p->close_code,
		     members[p->number].echoes, members[p->number].echoes_sent);
	}
	count("goodbyes");
}

static const struct role role = {
	.name = "healthy",
	.opened = opened_one,
	.message = message,
	.due = due,
	.gone = gone,
};

void healthy_start(void)
{
	char path[32];

	for (uint32_t i = 0; i < opt.connections; i++) {
		struct peer *p;

		snprintf(path, sizeof path, "/room/%u", i % ROOMS);
		p = peer_begin(&role, path, i % 3 == 0 ? TLS : PLAIN, false);
		p->number = i;
		p->due = now() + pause_between();
		members[i].peer = p;
	}
}

/* Has it got everything that was sent to it? */
static bool complete(uint32_t i, bool complain)
{
	struct member *m = &members[i];
	bool whole = m->echoes == m->echoes_sent && m->from_all == to_all;

	for (uint32_t s = i % ROOMS; s < opt.connections; s += ROOMS) {
		whole = whole && m->from_room[s] == members[s].to_room;
	}
	if (!whole && complain) {
		fail(
			"connection %u: lost messages: %u of %u echoes and %u of %u messages to all have come, or some to its room "
			"have not",
			i, m->echoes, m->echoes_sent, m->from_all, to_all);
	}
	return whole;
}

bool healthy_turn(void)
{
	bool late;

	if (!stopping) {
		return true;
	}
	if (waits_until == 0) {
		waits_until = now() + PATIENCE * SECOND;
	}
	late = now() > waits_until;
	if (opened < opt.connections) {
		if (late) {
			fail("%u of %u connections are open", opened, opt.connections);
		}
		return true;
	}
	if (!goodbye) {
		for (uint32_t i = 0; i < opt.connections; i++) {
			if (!complete(i, late)) {
				return true;
			}
		}
		goodbye = true;
		for (uint32_t i = 0; i < opt.connections; i++) {
			peer_close(members[i].peer, 1000);
		}
	}
	if (late && peers_alive() > 0) {
		fail("%u connections are not closed after their Close", peers_alive());
	}
	return peers_alive() > 0;
}
