/* SPDX-License-Identifier: MIT
 *
 * See answer.h. Not watched by libFuzzer, as it is no part of what is tested.
 */
#include "answer.h"

#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#define CONTROL_MAX 125
#define TAIL_SIZE 4

struct answer {
	const struct client *client;
	bool whole;
	const uint8_t *at;
	const uint8_t *end;
	size_t messages; /* so many have been read */
	bool compressed; /* permessage-deflate is agreed on … */
	bool takeover;   /* … with context takeover            */
	z_stream zlib;
};

/* A frame that is all there. */
struct frame {
	uint8_t opcode;
	bool compressed;
	const uint8_t *payload;
	size_t length;
};

/* ---- the head -------------------------------------------------------------------- */

static bool head_says(const char *head, const char *text)
{
	return strstr(head, text) != NULL;
}

static void agree(struct answer *answer, const char *head)
{
	static const char bits_name[] = "server_max_window_bits=";
	const char *bits = strstr(head, bits_name);
	int window = bits != NULL ? atoi(bits + strlen(bits_name)) : 15;

	answer->compressed = true;
	answer->takeover = !head_says(head, "server_no_context_takeover");
	ASSERT(window >= 8 && window <= 15);
	ASSERT(inflateInit2(&answer->zlib, -window) == Z_OK);
}

/* The status; 0: it has broken off. */
static int read_head(struct answer *answer)
{
	size_t length = (size_t) (answer->end - answer->at);
	char *head = malloc(length + 1);
	char *stop;
	int status = 0;

	ASSERT(head != NULL);
	memcpy(head, answer->at, length);
	head[length] = 0;
	stop = strstr(head, "\r\n\r\n");
	if (stop != NULL) {
		stop[4] = 0;
		ASSERT(strncmp(head, "HTTP/1.1 ", 9) == 0);
		status = atoi(head + 9);
		ASSERT(status == 101 || (status >= 400 && status <= 599));
		ASSERT(head_says(head, "\r\nX-Powered-By: " WSC_POWERED_BY "\r\n"));
		ASSERT((status == 101) == head_says(head, "\r\nSec-WebSocket-Accept: "));
		if (head_says(head, "\r\nSec-WebSocket-Extensions: permessage-deflate")) {
			ASSERT(status == 101);
			agree(answer, head);
		}
		answer->at += strlen(head);
	}
	free(head);
	return status;
}

/* ---- frames ------------------------------------------------------------------------ */

static uint64_t big_endian(const uint8_t *bytes, size_t count)
{
	uint64_t value = 0;

	for (size_t i = 0; i < count; i++) {
		value = value << 8 | bytes[i];
	}
	return value;
}

/* false: it has broken off. */
static bool read_frame(struct answer *answer, struct frame *frame)
{
	const uint8_t *at = answer->at;
	size_t left = (size_t) (answer->end - at);
	uint8_t opcode = at[0] & 15;
	size_t more;
	uint64_t length;

	/* User code sends no fragments, so nor does the server. */
	ASSERT((at[0] & 0xB0) == 0x80);
	ASSERT(opcode == WSC_OP_TEXT || opcode == WSC_OP_BINARY || (opcode >= WSC_OP_CLOSE && opcode <= WSC_OP_PONG));
	ASSERT((at[0] & 0x40) == 0 || (answer->compressed && opcode <= WSC_OP_BINARY));
	if (left < 2) {
		return false;
	}
	ASSERT((at[1] & 0x80) == 0);
	more = at[1] == 126 ? 2 : at[1] == 127 ? 8 : 0;
	if (left < 2 + more) {
		return false;
	}
	length = more > 0 ? big_endian(at + 2, more) : at[1];
	ASSERT(length >= (more == 2 ? 126u : more == 8 ? 65536u : 0u));
	ASSERT(opcode < WSC_OP_CLOSE || length <= CONTROL_MAX);
	if (left - 2 - more < length) {
		return false;
	}
	*frame = (struct frame){opcode, (at[0] & 0x40) != 0, at + 2 + more, (size_t) length};
	answer->at = frame->payload + frame->length;
	return true;
}

static void check_compressed(struct answer *answer, const struct frame *frame, const struct sent *sent)
{
	static const uint8_t tail[TAIL_SIZE] = {0x00, 0x00, 0xFF, 0xFF};
	uint8_t *packed = malloc(frame->length + TAIL_SIZE);
	uint8_t *bytes = malloc(sent->length + 1);

	ASSERT(packed != NULL && bytes != NULL && frame->length < sent->length);
	memcpy(packed, frame->payload, frame->length);
	memcpy(packed + frame->length, tail, TAIL_SIZE);
	if (!answer->takeover) {
		inflateReset(&answer->zlib);
	}
	answer->zlib.next_in = packed;
	answer->zlib.avail_in = (uInt) (frame->length + TAIL_SIZE);
	answer->zlib.next_out = bytes;
	answer->zlib.avail_out = (uInt) sent->length + 1;
	ASSERT(inflate(&answer->zlib, Z_SYNC_FLUSH) == Z_OK);
	ASSERT(answer->zlib.avail_in == 0 && answer->zlib.avail_out == 1);
	ASSERT(memcmp(bytes, sent->bytes, sent->length) == 0);
	free(packed);
	free(bytes);
}

static void check_message(struct answer *answer, const struct frame *frame)
{
	const struct sent *sent;

	ASSERT(answer->messages < answer->client->sent_count);
	sent = &answer->client->sent[answer->messages++];
	ASSERT(frame->opcode == sent->opcode);
	if (frame->compressed) {
		check_compressed(answer, frame, sent);
		return;
	}
	ASSERT(frame->length == sent->length);
	ASSERT(frame->length == 0 || memcmp(frame->payload, sent->bytes, frame->length) == 0);
}

static void check_close(const struct frame *frame)
{
	struct wsc_utf8 utf8 = {0};

	ASSERT(frame->length >= 2);
	ASSERT(wsc_frame_close_code_valid((uint16_t) (frame->payload[0] << 8 | frame->payload[1])));
	ASSERT(wsc_utf8_feed(&utf8, frame->payload + 2, frame->length - 2) && wsc_utf8_complete(&utf8));
}

static void read_frames(struct answer *answer)
{
	struct frame frame;

	while (answer->at < answer->end) {
		if (!read_frame(answer, &frame)) {
			ASSERT(!answer->whole);
			return;
		}
		if (frame.opcode == WSC_OP_CLOSE) {
			check_close(&frame);
			ASSERT(answer->at == answer->end);
		} else if (frame.opcode <= WSC_OP_BINARY) {
			check_message(answer, &frame);
		}
	}
	ASSERT(!answer->whole || answer->messages == answer->client->sent_count);
}

/* ---- all of it ------------------------------------------------------------------------ */

/* Plain TCP: the bytes that were written, one behind the other. */
static void check_raw(const struct client *client, bool whole)
{
	size_t at = 0;
	size_t i = 0;

	for (; i < client->sent_count && at < client->got.length; i++) {
		size_t left = client->got.length - at;
		size_t count = client->sent[i].length < left ? client->sent[i].length : left;

		ASSERT(memcmp(client->got.bytes + at, client->sent[i].bytes, count) == 0);
		at += count;
	}
	ASSERT(at == client->got.length);
	ASSERT(!whole || (i == client->sent_count && (i == 0 || at > 0)));
}

void answer_check(const struct client *client, bool whole)
{
	struct answer answer = {.client = client, .whole = whole};
	int status;

	if (client->raw) {
		check_raw(client, whole);
		return;
	}
	if (client->got.length == 0) {
		ASSERT(!whole || !client->opened);
		return;
	}
	answer.at = client->got.bytes;
	answer.end = client->got.bytes + client->got.length;
	status = read_head(&answer);
	ASSERT(status != 0 || !whole);
	ASSERT(status == 0 || (status == 101) == client->opened);
	if (status == 101) {
		read_frames(&answer);
	} else if (status != 0) {
		ASSERT(answer.at == answer.end);
	}
	if (answer.compressed) {
		inflateEnd(&answer.zlib);
	}
}
