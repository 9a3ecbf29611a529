/* SPDX-License-Identifier: MIT
 *
 * Is this UTF-8? RFC 3629, section 4: no overlong forms, no surrogates, nothing
 * above U+10FFFF. The text comes in pieces that may end anywhere, and the
 * answer is no at the first byte after which nothing could make it valid, so
 * that a peer which sends rubbish is cut off inside its message.
 *
 * It decodes nothing, counts nothing and says nothing about where the bad byte
 * is: nobody asks. Called by message.c for text messages and Close reasons.
 */
#include "codec.h"

#include <string.h>

/* What may come next. 0 must stay "between two code points": codec.h says so. */
enum state {
	START,
	LAST_TAIL,   /* one more byte 80-BF                            */
	TWO_TAILS,   /* two of them                                    */
	THREE_TAILS, /* three of them                                  */
	AFTER_E0,    /* A0-BF: less would be overlong                  */
	AFTER_ED,    /* 80-9F: more would be a surrogate               */
	AFTER_F0,    /* 90-BF: less would be overlong                  */
	AFTER_F4,    /* 80-8F: more would be above U+10FFFF            */
	INVALID
};

/* In every state but START one range of bytes is right, and leads to one state. */
struct step {
	uint8_t low;
	uint8_t high;
	uint8_t next;
};

/* clang-format off */
static const struct step steps[] = {
	[START] = {0x00, 0x7F, START},
	[LAST_TAIL] = {0x80, 0xBF, START},
	[TWO_TAILS] = {0x80, 0xBF, LAST_TAIL},
	[THREE_TAILS] = {0x80, 0xBF, TWO_TAILS},
	[AFTER_E0] = {0xA0, 0xBF, LAST_TAIL},
	[AFTER_ED] = {0x80, 0x9F, LAST_TAIL},
	[AFTER_F0] = {0x90, 0xBF, TWO_TAILS},
	[AFTER_F4] = {0x80, 0x8F, TWO_TAILS},
};
/* clang-format on */

/* Where the first byte of a code point leads. Below 80: nowhere, it is whole.
 * 80-BF are tails, C0 and C1 could only be overlong, F5-FF only too large. */
static inline uint8_t lead(uint8_t byte)
{
	if (byte < 0x80) {
		return START;
	}
	if (byte < 0xC2) {
		return INVALID;
	}
	if (byte < 0xE0) {
		return LAST_TAIL;
	}
	if (byte < 0xF0) {
		return byte == 0xE0 ? AFTER_E0 : byte == 0xED ? AFTER_ED : TWO_TAILS;
	}
	if (byte < 0xF5) {
		return byte == 0xF0 ? AFTER_F0 : byte == 0xF4 ? AFTER_F4 : THREE_TAILS;
	}
	return INVALID;
}

/* The first byte that is not ASCII, or the end. */
static inline const uint8_t *skip_ascii(const uint8_t *at, const uint8_t *end)
{
	while (end - at >= 8) {
		uint64_t eight;

		/* memcpy and not a cast: the bytes lie anywhere. */
		memcpy(&eight, at, sizeof(eight));
		if ((eight & UINT64_C(0x8080808080808080)) != 0) {
			break;
		}
		at += 8;
	}
	while (at < end && *at < 0x80) {
		at++;
	}
	return at;
}

bool wsc_utf8_feed(struct wsc_utf8 *utf8, const uint8_t *bytes, size_t length)
{
	const uint8_t *at = bytes;
	const uint8_t *end = length > 0 ? bytes + length : bytes; /* NULL + 0 is not C */
	uint8_t state = utf8->state;

	while (at < end) {
		if (state != START) {
			const struct step *step = &steps[state];

			if (*at < step->low || *at > step->high) {
				return false;
			}
			state = step->next;
			at++;
		} else if (*at < 0x80) {
			at = skip_ascii(at, end);
		} else {
			state = lead(*at);
			if (state == INVALID) {
				return false;
			}
			at++;
		}
	}
	utf8->state = state;
	return true;
}
