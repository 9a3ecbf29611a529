/* SPDX-License-Identifier: MIT
 *
 * Connections that come and go, and most of which do not behave. One table says
 * what there is and how often; what a role expects of the server it says itself:
 * those that do nothing wrong check what comes, the others only read.
 */
#include "soak.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <zlib.h>

#define FIRST 1000 /* their numbers: below are those of healthy connections */

static uint64_t in_ms(uint32_t least, uint32_t most)
{
	return now() + (uint64_t) (least + dice(most - least + 1)) * 1000000;
}

static void send_stamped(struct peer *p, char kind, size_t length)
{
	size_t fragment = dice(4) == 0 ? length / 8 + 1 + dice(1000) : 0;

	peer_message(p, kind == 'b' ? BINARY : TEXT, stamp_make(kind, p->number, kind == 'n' ? 0 : p->sent++, length),
	             length, fragment);
}

static char echo_kind(void)
{
	return dice(4) == 0 ? 'b' : 'e';
}

/* The next of its echoes? False: it is somebody else's message. */
static bool take_echo(struct peer *p, const uint8_t *at, size_t n)
{
	struct stamp s = stamp_read(p, at, n);

	if (s.kind != 'e' && s.kind != 'b') {
		return false;
	}
	if (s.sender != p->number || s.number != p->received || s.number >= p->sent) {
		fail("connection %u (%s): echo %u of %u where %u was to come", p->number, p->role->name, s.number, s.sender,
		     p->received);
	}
	p->received++;
	count("checked");
	return true;
}

static void take_any(struct peer *p, const uint8_t *at, size_t n)
{
	take_echo(p, at, n);
}

static void say_close(struct peer *p)
{
	p->said_close = true;
	peer_close(p, 1000);
}

static void vanish(struct peer *p)
{
	peer_drop(p, dice(4) == 0);
}

/* ---- those that do nothing wrong --------------------------------------------- */

static void tidy_opened(struct peer *p)
{
	p->due = 0;
	p->sent = 0;
	p->goal = 1 + dice(20);
	send_stamped(p, echo_kind(), dice_size(STAMP, 16384));
}

static void tidy_message(struct peer *p, const uint8_t *at, size_t n)
{
	if (!take_echo(p, at, n)) {
		return;
	}
	if (p->received == p->goal) {
		say_close(p);
	} else {
		send_stamped(p, echo_kind(), dice_size(STAMP, 16384));
	}
}

static void tidy_gone(struct peer *p, const char *how)
{
	if (!p->said_close || p->close_code != 1000) {
		fail("connection %u (%s): %s, Close %u, after %u of %u echoes", p->number, p->role->name, how, p->close_code,
		     p->received, p->goal);
	}
	count("goodbyes");
}

/* The request comes in a few bytes at a time. */
static void trickle_due(struct peer *p)
{
	size_t part = 1 + dice(24);

	if (p->stage == SHAKING) {
		if (p->sent + part < peer_request(p, p->sent, part)) {
			p->due = in_ms(1, 40);
		}
		p->sent += (uint32_t) part;
	}
}

/* Stays, and sees that what is sent to all comes in order; or does not read for a while. */
static void lurk_opened(struct peer *p)
{
	peer_listen(p, dice(3) != 0);
	p->due = in_ms(1000, 20000);
}

static void lurk_message(struct peer *p, const uint8_t *at, size_t n)
{
	struct stamp s = stamp_read(p, at, n);

	if (s.kind == 'a') {
		if (p->knows_next && s.number != p->next) {
			fail("connection %u (%s): message %u to all where %u was to come", p->number, p->role->name, s.number,
			     p->next);
		}
		p->knows_next = true;
		p->next = s.number + 1;
		count("checked");
	}
}

static void lurk_due(struct peer *p)
{
	if (p->deaf) {
		peer_listen(p, true);
	} else if (!p->said_close) {
		say_close(p);
		return;
	}
	p->due = in_ms(500, 3000);
}

/* ---- those that leave without a word ------------------------------------------ */

static void leave_opened(struct peer *p)
{
	for (uint32_t i = dice(8); i > 0; i--) {
		send_stamped(p, dice(2) == 0 ? 'n' : 'e', dice_size(STAMP, 4096));
	}
	p->due = in_ms(0, 3000);
}

static void reset(struct peer *p)
{
	peer_drop(p, true);
}

static void half_close_opened(struct peer *p)
{
	for (uint32_t i = dice(30); i > 0; i--) {
		send_stamped(p, 'e', dice_size(STAMP, 4096));
	}
	if (dice(2) == 0) {
		say_close(p);
	}
	peer_half_close(p);
	p->due = in_ms(5000, 40000);
}

static void flood_opened(struct peer *p)
{
	for (uint32_t i = 200 + dice(4000); i > 0; i--) {
		send_stamped(p, 'e', STAMP + dice(200));
	}
	p->due = in_ms(1000, 10000);
}

static void slow_opened(struct peer *p)
{
	setsockopt(p->fd, SOL_SOCKET, SO_RCVBUF, &(int){4096}, sizeof(int));
	peer_listen(p, false);
	for (uint32_t i = 10 + dice(190); i > 0; i--) {
		send_stamped(p, 'e', dice_size(4096, 65536));
	}
	p->due = in_ms(500, 20000);
}

static void slow_due(struct peer *p)
{
	if (p->deaf && dice(2) == 0) {
		peer_listen(p, true);
		p->due = in_ms(500, 10000);
	} else {
		vanish(p);
	}
}

/* Large echoes. The server may end it, as all queues together are bounded. */
static void big_opened(struct peer *p)
{
	p->goal = 1 + dice(2);
	send_stamped(p, echo_kind(), dice_size(65536, 16 << 20));
	p->due = in_ms(20000, 40000);
}

static void big_message(struct peer *p, const uint8_t *at, size_t n)
{
	if (take_echo(p, at, n)) {
		if (p->received == p->goal) {
			say_close(p);
		} else {
			send_stamped(p, echo_kind(), dice_size(65536, 16 << 20));
		}
	}
}

/* A large message that is never whole. */
static void cut_opened(struct peer *p)
{
	size_t length = dice_size(65536, 16 << 20);
	uint8_t head[10] = {0x80 | BINARY, 0x80 | 127};

	for (int i = 0; i < 8; i++) {
		head[2 + i] = (uint8_t) ((uint64_t) length >> (56 - 8 * i));
	}
	peer_bytes(p, head, sizeof head);
	peer_bytes(p, stamp_make('e', p->number, 0, length), dice((uint32_t) length));
	p->due = in_ms(0, 5000);
}

static void pings_opened(struct peer *p)
{
	for (uint32_t i = dice(300); i > 0; i--) {
		peer_frame(p, 0x80 | (dice(8) == 0 ? PONG : PING), "0123456789", dice(11));
	}
	p->due = in_ms(100, 3000);
}

/* ---- handshakes ----------------------------------------------------------------- */

static void half_request_begun(struct peer *p)
{
	p->stage = GARBAGE;
	peer_request(p, 0, dice(120));
	p->due = in_ms(0, 15000);
}

static void bad_request_begun(struct peer *p)
{
	static const char *const requests[] = {
		"GET / HTTP/1.0\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
		"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
		"GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\n\r\n",
		"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
		"\r\n\r\n\r\n\r\nHELO\r\n\r\n",
		"GET / HTTP/1.1\r\n no: field\r\n\r\n",
	};
	const char *request = requests[dice(sizeof requests / sizeof *requests)];
	char filler[1024];

	p->stage = GARBAGE;
	if (dice(6) == 0) { /* a head without an end */
		memset(filler, 'x', sizeof filler);
		peer_bytes(p, "GET /", 5);
		for (int i = 0; i < 40; i++) {
			peer_bytes(p, filler, sizeof filler);
		}
	} else {
		peer_bytes(p, request, strlen(request));
	}
	p->due = in_ms(0, 12000);
}

static void noise_begun(struct peer *p)
{
	uint8_t noise[256];

	p->stage = GARBAGE;
	for (size_t i = 0; i < sizeof noise; i++) {
		noise[i] = (uint8_t) dice(256);
	}
	if (dice(2) == 0) { /* the start of a ClientHello */
		memcpy(noise, "\x16\x03\x01\x01\x40\x01", 6);
	}
	peer_bytes(p, noise, 1 + dice(sizeof noise));
	p->due = in_ms(0, 12000);
}

/* ---- frames that are none --------------------------------------------------------- */

static void violate_opened(struct peer *p)
{
	static const struct {
		const char *at;
		size_t length;
	} wrong[] = {
		{"\x81\x05hello", 7}, /* no mask */
		{"\x83\x80mask", 6},  /* reserved opcodes */
		{"\x8b\x80mask", 6},
		{"\xf1\x80mask", 6},                                   /* reserved bits */
		{"\x80\x80mask", 6},                                   /* nothing to continue */
		{"\x01\x80mask\x01\x80mask", 12},                      /* a message within a message */
		{"\x09\x80mask", 6},                                   /* half a Ping */
		{"\x89\xfe\x00\x7emask", 8},                           /* a long one */
		{"\x81\x82\0\0\0\0\xc3\x28", 8},                       /* no UTF-8 */
		{"\x88\x81\0\0\0\0x", 7},                              /* half a status */
		{"\x88\x82\0\0\0\0\x03\xed", 8},                       /* one that is none */
		{"\x88\x84\0\0\0\0\x03\xe8\xff\xff", 10},              /* a reason that is no text */
		{"\x82\xff\x7f\xff\xff\xff\xff\xff\xff\xffmask", 14},  /* for ever */
		{"\x82\xff\x80\x00\x00\x00\x00\x00\x00\x01mask", 14},  /* a length below zero */
		{"\x82\xff\x00\x00\x00\x00\x00\x00\x00\x01mask?", 15}, /* a length that could be shorter */
		{"\x82\xff\x00\x00\x00\x00\x7f\xff\xff\xffmask", 14},  /* more than is allowed */
	};
	uint32_t which = dice(sizeof wrong / sizeof *wrong);

	if (dice(2) == 0) {
		send_stamped(p, 'e', dice_size(STAMP, 4096));
	}
	peer_bytes(p, wrong[which].at, wrong[which].length);
	if (dice(2) == 0) {
		send_stamped(p, 'e', dice_size(STAMP, 65536)); /* nobody is to read it */
	}
	p->due = in_ms(10000, 30000);
}

static void violate_gone(struct peer *p, const char *how)
{
	(void) p;
	(void) how;
	count("violations_ended");
}

/* Compressed, or nearly. What comes back compressed is not looked at. */
static void packed_opened(struct peer *p)
{
	static uint8_t packed[300000];
	static z_stream stream;
	size_t length = dice_size(STAMP, 200000);

	if (stream.state == NULL && deflateInit2(&stream, 1, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
		fail("zlib does not start");
	}
	for (uint32_t i = 1 + dice(4); i > 0; i--) {
		size_t n;

		deflateReset(&stream);
		stream.next_in = (uint8_t *) stamp_make('e', p->number, p->sent++, length);
		stream.avail_in = (uInt) length;
		stream.next_out = packed;
		stream.avail_out = sizeof packed;
		deflate(&stream, Z_SYNC_FLUSH);
		n = sizeof packed - stream.avail_out - 4;
		if (dice(5) == 0) {
			packed[dice((uint32_t) n)] ^= (uint8_t) (1 + dice(255));
		}
		peer_message(p, 0x40 | TEXT, packed, n, dice(2) == 0 ? n / 3 + 1 : 0);
	}
	p->due = in_ms(100, 5000);
}

/* ---- the table ---------------------------------------------------------------------- */

static const struct role roles[] = {
	{"tidy", 30, NULL, tidy_opened, tidy_message, NULL, tidy_gone},
	{"trickle", 5, trickle_due, tidy_opened, tidy_message, trickle_due, tidy_gone},
	{"lurk", 8, NULL, lurk_opened, lurk_message, lurk_due, NULL},
	{"leave", 10, NULL, leave_opened, take_any, vanish, NULL},
	{"reset", 10, NULL, leave_opened, take_any, reset, NULL},
	{"half_close", 6, NULL, half_close_opened, take_any, vanish, NULL},
	{"flood", 2, NULL, flood_opened, take_any, vanish, NULL},
	{"slow", 4, NULL, slow_opened, take_any, slow_due, NULL},
	{"big", 2, NULL, big_opened, big_message, vanish, NULL},
	{"cut", 3, NULL, cut_opened, NULL, vanish, NULL},
	{"pings", 4, NULL, pings_opened, NULL, vanish, NULL},
	{"half_request", 6, half_request_begun, NULL, NULL, vanish, NULL},
	{"bad_request", 6, bad_request_begun, NULL, NULL, vanish, NULL},
	{"noise", 4, noise_begun, NULL, NULL, vanish, NULL},
	{"violate", 12, NULL, violate_opened, NULL, vanish, violate_gone},
	{"packed", 6, NULL, packed_opened, NULL, vanish, NULL},
};

static uint64_t next_at;

void churn_start(void)
{
	next_at = now();
}

static void begin_one(void)
{
	const struct role *role = roles;
	uint32_t weights = 0;
	uint32_t at;
	enum how how = dice(4) == 0 ? TLS : PLAIN;
	struct peer *p;
	char path[32];

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		weights += roles[i].weight;
	}
	for (at = dice(weights); at >= role->weight; role++) {
		at -= role->weight;
	}
	if (role->begun == noise_begun && dice(2) == 0) {
		how = PLAIN_AT_TLS;
	}
	/* A text that is broken on purpose may become anything, and is for nobody else. */
	snprintf(path, sizeof path, dice(4) == 0 || role->opened == packed_opened ? "/echo" : "/room/%u", dice(6));
	p = peer_begin(role, path, how, role->opened == packed_opened);
	if (p == NULL) {
		return;
	}
	p->number = FIRST + dice(1000000000);
	if (role->due == reset) { /* at any stage */
		p->due = in_ms(0, 200);
	}
}

bool churn_turn(void)
{
	if (stopping) {
		for (uint32_t i = 0; i < PEERS; i++) {
			if (peer_at(i)->fd >= 0) {
				vanish(peer_at(i));
			}
		}
		return false;
	}
	while (now() >= next_at) {
		begin_one();
		next_at += (uint64_t) ((0.5 + dice(1000) / 1000.0) / opt.pace * 1e9);
	}
	return true;
}
