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

/* Shorter texts are judged before a call has paid. */
#define VECTOR_MIN 32

/* Bytes that are judged one by one until the next look for ASCII. */
#define STEPS 16

/*
 * A row a byte: where it leads from each state. A state is how far a row has to
 * be shifted to the right for that, so that a step is a load and a shift, whatever
 * the text. 0 must stay "between two code points": codec.h says so. The names
 * without a tail say which tails are right: the others would be overlong, a
 * surrogate, or above U+10FFFF.
 */
enum state {
	START = 0,
	ONE_TAIL = 6, /* one more byte 80-BF */
	TWO_TAILS = 12,
	THREE_TAILS = 18,
	AFTER_E0 = 24, /* A0-BF, and one more */
	AFTER_ED = 30, /* 80-9F, and one more */
	AFTER_F0 = 36, /* 90-BF, and two more */
	AFTER_F4 = 42, /* 80-8F, and two more */
	INVALID = 48
};

#define STATE_BITS 0x3F
#define FROM(state, next) ((uint64_t) (next) << (state))
#define FROM_TAILS(next) (FROM(ONE_TAIL, next) | FROM(TWO_TAILS, next) | FROM(THREE_TAILS, next))
#define FROM_LIMITED(next) (FROM(AFTER_E0, next) | FROM(AFTER_ED, next) | FROM(AFTER_F0, next) | FROM(AFTER_F4, next))
#define FOR_EVER FROM(INVALID, INVALID)

/* Of a byte that is no tail: all depends on where it leads from the start. */
#define LEAD(next) (FROM(START, next) | FROM_TAILS(INVALID) | FROM_LIMITED(INVALID) | FOR_EVER)

/* Of a tail, with what it is behind the four lead bytes that bear not every one. */
#define TAIL(e0, ed, f0, f4) \
	(FROM(START, INVALID) | FROM(ONE_TAIL, START) | FROM(TWO_TAILS, ONE_TAIL) | FROM(THREE_TAILS, TWO_TAILS) | \
	 FROM(AFTER_E0, e0) | FROM(AFTER_ED, ed) | FROM(AFTER_F0, f0) | FROM(AFTER_F4, f4) | FOR_EVER)

/* clang-format off */
static const uint64_t rows[256] = {
	[0x00 ... 0x7F] = LEAD(START),
	[0x80 ... 0x8F] = TAIL(INVALID, ONE_TAIL, INVALID, TWO_TAILS),
	[0x90 ... 0x9F] = TAIL(INVALID, ONE_TAIL, TWO_TAILS, INVALID),
	[0xA0 ... 0xBF] = TAIL(ONE_TAIL, INVALID, TWO_TAILS, INVALID),
	[0xC0 ... 0xC1] = LEAD(INVALID),
	[0xC2 ... 0xDF] = LEAD(ONE_TAIL),
	[0xE0] = LEAD(AFTER_E0),
	[0xE1 ... 0xEC] = LEAD(TWO_TAILS),
	[0xED] = LEAD(AFTER_ED),
	[0xEE ... 0xEF] = LEAD(TWO_TAILS),
	[0xF0] = LEAD(AFTER_F0),
	[0xF1 ... 0xF3] = LEAD(THREE_TAILS),
	[0xF4] = LEAD(AFTER_F4),
	[0xF5 ... 0xFF] = LEAD(INVALID),
};
/* clang-format on */

/* memcpy and not a cast: the bytes lie anywhere. */
static inline bool eight_ascii(const uint8_t *at)
{
	uint64_t eight;

	memcpy(&eight, at, sizeof(eight));
	return (eight & UINT64_C(0x8080808080808080)) == 0;
}

/* Is all of it ASCII from `done` on, where less than eight bytes are left? Looks
 * again at some before them rather than at one after the other. */
static inline bool rest_ascii(const uint8_t *bytes, size_t length, size_t done)
{
	uint32_t head, tail;

	if (length >= 8) {
		return done == length || eight_ascii(bytes + length - 8);
	}
	if (length >= 4) {
		memcpy(&head, bytes, sizeof(head));
		memcpy(&tail, bytes + length - 4, sizeof(tail));
		return ((head | tail) & 0x80808080) == 0;
	}
	return length == 0 || ((bytes[0] | bytes[length / 2] | bytes[length - 1]) & 0x80) == 0;
}

bool wsc_utf8_feed(struct wsc_utf8 *utf8, const uint8_t *bytes, size_t length)
{
	uint64_t state = utf8->state;
	size_t done = 0;

	do {
		size_t stop;

		if (state == START) {
			if (length - done >= VECTOR_MIN) {
				done += wsc_simd.utf8(bytes + done, length - done);
			}
			while (length - done >= 8 && eight_ascii(bytes + done)) {
				done += 8;
			}
			if (length - done < 8 && rest_ascii(bytes, length, done)) {
				break;
			}
		}
		stop = length - done > STEPS ? done + STEPS : length;
		for (; done < stop; done++) {
			state = rows[bytes[done]] >> (state & STATE_BITS);
		}
		state &= STATE_BITS;
		if (state == INVALID) {
			return false;
		}
	} while (done < length);
	utf8->state = (uint8_t) state;
	return true;
}
