/* SPDX-License-Identifier: MIT
 *
 * See frames.h. It has an encoder of its own: what tests the engine's codec
 * should not be made by it.
 */
#include "frames.h"

#include "harness.h"

#include <stdio.h>
#include <string.h>

static const uint8_t key[4] = {0x37, 0xFA, 0x21, 0x3D};

static void append(struct frames *frames, const void *bytes, size_t length)
{
	frames->bytes = realloc(frames->bytes, frames->length + length + 1);
	memcpy(frames->bytes + frames->length, bytes, length);
	frames->length += length;
}

static void append_header(struct frames *frames, uint8_t first, size_t length, bool masked)
{
	uint8_t header[14] = {first};
	size_t size = length > 65535 ? 10 : length > 125 ? 4 : 2;

	header[1] = (uint8_t) (size == 2 ? length : size == 4 ? 126 : 127);
	for (size_t i = size; i > 2; i--) {
		header[i - 1] = (uint8_t) (length >> 8 * (size - i));
	}
	if (masked) {
		header[1] |= 0x80;
		memcpy(header + size, key, sizeof key);
		size += sizeof key;
	}
	append(frames, header, size);
}

static void append_frame(struct frames *frames, uint8_t first, const char *payload, size_t length, bool masked)
{
	size_t at;

	append_header(frames, first, length, masked);
	at = frames->length;
	append(frames, payload, length);
	for (size_t i = 0; masked && i < length; i++) {
		frames->bytes[at + i] ^= key[i % 4];
	}
}

static unsigned hex(const char *text, int digits)
{
	char copy[3] = {text[0], digits > 1 ? text[1] : '\0', '\0'};

	return (unsigned) strtoul(copy, NULL, 16);
}

/* The bytes after '='; returns where they end. */
static const char *append_raw(struct frames *frames, const char *at)
{
	for (; at[0] != '\0' && at[0] != ' '; at += 2) {
		uint8_t byte = (uint8_t) hex(at, 2);

		append(frames, &byte, 1);
	}
	return at;
}

static char *alphabet(size_t length, size_t from)
{
	char *payload = malloc(length + 1);

	for (size_t i = 0; i < length; i++) {
		payload[i] = frames_byte(from + i);
	}
	return payload;
}

/* The payload after '#'; returns where it ends. */
static const char *append_hex(struct frames *frames, uint8_t first, const char *at, bool masked)
{
	struct frames payload = {malloc(1), 0};
	const char *end = append_raw(&payload, at);

	append_frame(frames, first, (char *) payload.bytes, payload.length, masked);
	free(payload.bytes);
	return end;
}

struct frames frames_of(const char *text)
{
	struct frames frames = {malloc(1), 0};
	size_t position = 0; /* in the message, for asterisks */
	const char *at = text;

	while (*at != '\0') {
		bool masked = *at != 'u';
		uint8_t first;

		if (*at == ' ') {
			at++;
			continue;
		}
		if (*at == '=') {
			at = append_raw(&frames, at + 1);
			continue;
		}
		at += masked ? 0 : 1;
		first = (uint8_t) hex(at, 2);
		at += 2;
		if (*at == '\'') {
			const char *end = strchr(at + 1, '\'');

			append_frame(&frames, first, at + 1, (size_t) (end - at - 1), masked);
			at = end + 1;
		} else if (*at == '#') {
			at = append_hex(&frames, first, at + 1, masked);
		} else if (*at == '*') {
			char *end;
			size_t length = strtoul(at + 1, &end, 10);
			char *payload = alphabet(length, position);

			append_frame(&frames, first, payload, length, masked);
			free(payload);
			position = (first & 0x88) == 0x80 ? 0 : position + ((first & 0x08) ? 0 : length);
			at = end;
		} else {
			fprintf(stderr, "%s: not a word of frames: %s\n", text, at);
			exit(EXIT_FAILURE);
		}
	}
	return frames;
}
