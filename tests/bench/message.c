/* SPDX-License-Identifier: MIT
 *
 * The messages. All of a run have the same content behind their stamp, so what
 * is right is known without remembering what was sent: the stamp must be the
 * next number of its sender, and every other byte what it always is. Text that
 * passes is valid UTF-8, as what was sent is.
 *
 * Frames are made and masked before the clock runs, a ring of them for each
 * sender; to post one means to write its stamp.
 */
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define PACKED 64 /* broadcasts of which the compressed form is remembered */

static const uint8_t mask[4] = {0x37, 0xfa, 0x21, 0x3d};

static uint8_t *content;  /* of every message, but for the stamp */
static uint8_t *wire;     /* the same, masked and in frames */
static size_t wire_size;  /* its length */
static size_t wire_stamp; /* where in it the stamp is */

/* ---- what is sent --------------------------------------------------------- */

static uint32_t dice(void)
{
	static uint32_t value = 1;

	value = value * 1103515245 + 12345;
	return value >> 16;
}

/* Text as a chat has it, so that it is as hard to compress. */
static void make_text(char *at, const char *end)
{
	static const char *const plain[] = {"hello", "and", "what", "about", "tomorrow", "then", "server", "says"};
	static const char *const wide[] = {"grüß", "café", "日本語", "😀", "€", "здравствуй", "½", "ελληνικά"};

	while (end - at > 48) {
		if (dice() % 16 == 0) {
			at += sprintf(at, "\",\"id\":%u,\"text\":\"", dice());
		} else {
			at += sprintf(at, "%s ", (opt.utf8 && dice() % 2 == 0 ? wide : plain)[dice() % 8]);
		}
	}
	memset(at, ' ', (size_t) (end - at));
}

uint8_t *message_frame(uint8_t *to, uint8_t first, const uint8_t *from, size_t length)
{
	size_t extra = length < 126 ? 0 : length < 65536 ? 2 : 8;

	*to++ = first;
	*to++ = (uint8_t) (0x80 | (extra == 0 ? length : extra == 2 ? 126 : 127));
	for (size_t i = extra; i-- > 0;) {
		*to++ = (uint8_t) (length >> 8 * i);
	}
	memcpy(to, mask, 4);
	to += 4;
	for (size_t i = 0; i < length; i++) {
		*to++ = from[i] ^ mask[i & 3];
	}
	return to;
}

void message_prepare(void)
{
	size_t piece = opt.fragment != 0 && opt.fragment < opt.size ? opt.fragment : opt.size;
	uint8_t *to;

	content = zeroed(1, opt.size + 1);
	if (opt.binary) {
		for (size_t i = STAMP; i < opt.size; i++) {
			content[i] = (uint8_t) dice();
		}
	} else {
		make_text((char *) content + STAMP, (char *) content + opt.size);
	}

	wire = to = zeroed(1, opt.size + 14 * (opt.size / piece + 1));
	for (size_t at = 0; at < opt.size; at += piece) {
		size_t length = opt.size - at < piece ? opt.size - at : piece;
		uint8_t opcode = at > 0 ? CONTINUATION : opt.binary ? BINARY : TEXT;

		to = message_frame(to, (uint8_t) ((at + length == opt.size ? 0x80 : 0) | opcode), content + at, length);
		if (at == 0) {
			wire_stamp = (size_t) (to - wire) - length;
		}
	}
	wire_size = (size_t) (to - wire);
}

struct sender *message_sender(uint32_t window)
{
	struct sender *s = zeroed(1, sizeof(*s));

	s->window = window;
	s->ring_size = window * wire_size;
	s->ring = zeroed(window, wire_size);
	s->sent_at = zeroed(window, sizeof(*s->sent_at));
	s->delivered = zeroed(window, sizeof(*s->delivered));
	for (uint32_t i = 0; i < window; i++) {
		memcpy(s->ring + i * wire_size, wire, wire_size);
	}
	return s;
}

/* Eight digits, masked: a stamp lies at the start of a payload. */
static void put_number(uint8_t *to, uint32_t number)
{
	for (int i = 0; i < 8; i++) {
		to[i] = (uint8_t) "0123456789abcdef"[number >> (28 - 4 * i) & 15] ^ mask[i & 3];
	}
}

void message_post(struct conn *c)
{
	struct sender *s = c->sender;

	while (!run.stopping && s->sent - s->completed < s->window && (opt.messages == 0 || run.posted < opt.messages)) {
		uint32_t slot = s->sent % s->window;
		uint8_t *stamp = s->ring + slot * wire_size + wire_stamp;

		put_number(stamp, s->sent);
		put_number(stamp + 8, c->number);
		s->sent_at[slot] = run.now;
		s->sent++;
		s->out_to += wire_size;
		run.posted++;
	}
}

/* ---- what comes back ------------------------------------------------------- */

static uint32_t get_number(const uint8_t *at)
{
	uint32_t number = 0;

	for (int i = 0; i < 8; i++) {
		number = number << 4 | (at[i] <= '9' ? at[i] - '0' : at[i] - 'a' + 10) % 16U;
	}
	return number;
}

/* Whose message is this, and is it the next one? */
static void check_stamp(const struct conn *c)
{
	uint32_t number = get_number(c->stamp);
	uint32_t sender = get_number(c->stamp + 8);
	uint32_t expected;
	uint8_t again[STAMP];

	put_number(again, number);
	put_number(again + 8, sender);
	for (int i = 0; i < STAMP; i++) {
		if ((again[i] ^ mask[i & 3]) != c->stamp[i]) {
			fail("connection %u: no message begins with \"%.16s\"", c->number, (const char *) c->stamp);
		}
	}
	if (opt.broadcast ? sender >= opt.senders : sender != c->number) {
		fail("connection %u: a message of connection %u", c->number, sender);
	}
	expected = opt.broadcast ? c->expected[sender] : c->sender->completed;
	if (number != expected) {
		fail("connection %u: message %u where %u was to come", c->number, number, expected);
	}
	if (number >= run.conns[sender].sender->sent) {
		fail("connection %u: message %u was never sent", c->number, number);
	}
}

void message_take(struct conn *c, const uint8_t *at, size_t n)
{
	size_t offset = c->offset;

	if (n > opt.size - offset) {
		fail("connection %u: a message of more than %zu bytes", c->number, opt.size);
	}
	c->offset += n;
	if (offset < STAMP) {
		size_t part = n < STAMP - offset ? n : STAMP - offset;

		memcpy(c->stamp + offset, at, part);
		if (offset + part == STAMP) {
			check_stamp(c);
		}
		at += part;
		n -= part;
		offset += part;
	}
	if (n > 0 && memcmp(at, content + offset, n) != 0) {
		while (*at == content[offset]) {
			at++;
			offset++;
		}
		fail("connection %u: byte %zu of message %u is %02x instead of %02x", c->number, offset, get_number(c->stamp),
		     *at, content[offset]);
	}
}

static void keep(struct bytes *bytes, const uint8_t *at, size_t n)
{
	if (bytes->size - bytes->length < n) {
		bytes->size = bytes->length + n + 256;
		bytes->at = realloc(bytes->at, bytes->size);
		if (bytes->at == NULL) {
			fail("no memory for %zu bytes", bytes->size);
		}
	}
	memcpy(bytes->at + bytes->length, at, n);
	bytes->length += n;
}

void message_take_packed(struct conn *c, const uint8_t *at, size_t n)
{
	keep(&c->pack, at, n);
}

static void inflate_message(struct conn *c)
{
	static z_stream stream;
	static uint8_t *text;

	if (text == NULL) {
		text = zeroed(1, opt.size + 1);
		if (inflateInit2(&stream, -15) != Z_OK) {
			fail("zlib does not start");
		}
	}
	keep(&c->pack, (const uint8_t *) "\x00\x00\xff\xff", 4);
	inflateReset(&stream);
	stream.next_in = c->pack.at;
	stream.avail_in = (uInt) c->pack.length;
	stream.next_out = text;
	stream.avail_out = (uInt) opt.size + 1;
	if (inflate(&stream, Z_SYNC_FLUSH) < 0) {
		fail("connection %u: a compressed message does not inflate", c->number);
	}
	c->pack.length -= 4;
	message_take(c, text, opt.size + 1 - stream.avail_out);
}

/* A broadcast that was packed once is inflated once, and then compared. */
static void unpack(struct conn *c)
{
	static struct {
		uint32_t number;
		struct bytes bytes;
	} known[PACKED], *k;

	if (!opt.broadcast || opt.senders != 1) {
		inflate_message(c);
		c->pack.length = 0;
		return;
	}
	k = &known[c->expected[0] % PACKED];
	if (k->number == c->expected[0] && k->bytes.length == c->pack.length &&
	    memcmp(k->bytes.at, c->pack.at, c->pack.length) == 0) {
		c->offset = opt.size;
	} else {
		inflate_message(c);
		k->number = c->expected[0];
		k->bytes.length = 0;
		keep(&k->bytes, c->pack.at, c->pack.length);
	}
	c->pack.length = 0;
	put_number(c->stamp, c->expected[0]);
	put_number(c->stamp + 8, 0);
	for (int i = 0; i < STAMP; i++) {
		c->stamp[i] ^= mask[i & 3];
	}
}

static void replied(struct conn *c)
{
	struct sender *s = c->sender;

	if (c->kind == FLOODER) {
		run.done_flood++;
	} else {
		measure_latency(run.now - s->sent_at[s->completed % s->window]);
		run.done++;
	}
	s->completed++;
}

static void delivered(struct conn *c)
{
	uint32_t sender = get_number(c->stamp + 8);
	struct sender *s = run.conns[sender].sender;
	uint32_t slot = c->expected[sender]++ % s->window;

	measure_latency(run.now - s->sent_at[slot]);
	run.done++;
	if (++s->delivered[slot] == opt.connections) {
		s->delivered[slot] = 0;
		s->completed++;
	}
}

void message_end(struct conn *c)
{
	if (c->packed) {
		unpack(c);
	}
	if (c->offset != opt.size) {
		fail("connection %u: a message of %lu bytes instead of %zu", c->number, (unsigned long) c->offset, opt.size);
	}
	c->offset = 0;
	if (opt.broadcast) {
		delivered(c);
	} else {
		replied(c);
	}
}
