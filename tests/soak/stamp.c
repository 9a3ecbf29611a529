/* SPDX-License-Identifier: MIT
 *
 * Messages that say themselves what they must be: kind, sender, number and length,
 * and then letters that follow from these. So nothing has to be remembered to see
 * that a byte is wrong, or that a message is another one's.
 */
#include "soak.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

static char letter(uint32_t sender, uint32_t number, size_t i)
{
	return letters[(sender * 31 + number * 7 + i + (i >> 6)) & 63];
}

const uint8_t *stamp_make(char kind, uint32_t sender, uint32_t number, size_t length)
{
	static char *text;
	static size_t size;

	length = length < STAMP ? STAMP : length;
	if (size < length + 1) {
		size = length + 1;
		text = realloc(text, size);
		if (text == NULL) {
			fail("no memory for %zu bytes", size);
		}
	}
	snprintf(text, size, "%c%08x%08x%08x", kind, sender, number, (uint32_t) length);
	for (size_t i = STAMP; i < length; i++) {
		text[i] = letter(sender, number, i);
	}
	return (const uint8_t *) text;
}

struct stamp stamp_read(const struct peer *p, const uint8_t *at, size_t n)
{
	struct stamp s = {0};
	uint32_t length = 0;
	char head[STAMP + 1] = "";
	char again[STAMP + 1];

	memcpy(head, at, n < STAMP ? n : STAMP);
	if (sscanf(head, "%c%8x%8x%8x", &s.kind, &s.sender, &s.number, &length) == 4) {
		snprintf(again, sizeof again, "%c%08x%08x%08x", s.kind, s.sender, s.number, length);
	}
	if (length != n || memcmp(head, again, STAMP) != 0) {
		fail("connection %u (%s): no message of %zu bytes begins with \"%s\"", p->number, p->role->name, n, head);
	}
	for (size_t i = STAMP; i < n; i++) {
		if (at[i] != (uint8_t) letter(s.sender, s.number, i)) {
			fail("connection %u (%s): byte %zu of message %u of %u is %02x", p->number, p->role->name, i, s.number,
			     s.sender, at[i]);
		}
	}
	return s;
}
