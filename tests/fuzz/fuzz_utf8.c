/* SPDX-License-Identifier: MIT
 *
 * wsc_utf8_feed() against a decoder that counts in code points and has no table.
 * The verdict, and the byte at which it falls, must not depend on how the text
 * is cut nor on where in memory it lies.
 *
 * Input: the text; behind it the cuts.
 */
#include "fuzz.h"

#include "../../ext/engine/codec.h"

#include <stdlib.h>
#include <string.h>

/* How many bytes the code point has by the ones its first byte begins with, 1
 * if it begins with none; 0 for a byte that is no beginning. */
static size_t sequence_length(uint8_t first)
{
	size_t ones = 0;

	while (ones < 8 && (first & (0x80 >> ones)) != 0) {
		ones++;
	}
	return ones == 0 ? 1 : ones == 1 || ones > 6 ? 0 : ones;
}

/* Is there a code point between the two that `length` bytes may stand for? */
static bool any_in_range(uint32_t low, uint32_t high, size_t length)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};

	if (low < least[length]) {
		low = least[length];
	}
	if (high > 0x10FFFF) {
		high = 0x10FFFF;
	}
	if (low >= 0xD800 && low <= 0xDFFF) {
		low = 0xE000;
	}
	if (high >= 0xD800 && high <= 0xDFFF) {
		high = 0xD7FF;
	}
	return low <= high;
}

/* Could these bytes, `length` of the `whole` that a code point has, still become
 * one? The missing tails are taken for all zeros and for all ones. */
static bool can_become_one(const uint8_t *bytes, size_t length, size_t whole)
{
	uint32_t low = whole == 1 ? bytes[0] : bytes[0] & (0x7Fu >> whole);
	uint32_t high;

	for (size_t i = 1; i < length; i++) {
		if (bytes[i] >> 6 != 2) {
			return false;
		}
		low = low << 6 | (bytes[i] & 0x3F);
	}
	high = low;
	for (size_t i = length; i < whole; i++) {
		low <<= 6;
		high = high << 6 | 0x3F;
	}
	return any_in_range(low, high, whole);
}

/* How many bytes there are before the first that nothing can mend. *complete:
 * they end between two code points. */
static size_t good_bytes(const uint8_t *bytes, size_t length, bool *complete)
{
	size_t at = 0;

	while (at < length) {
		size_t whole = sequence_length(bytes[at]);
		size_t there = 1;

		*complete = false;
		if (whole == 0) {
			return at;
		}
		for (; there <= whole && at + there <= length; there++) {
			if (!can_become_one(bytes + at, there, whole)) {
				return at + there - 1;
			}
		}
		if (there <= whole) {
			return length;
		}
		at += whole;
	}
	*complete = true;
	return length;
}

/* Feeds it in pieces; stops at the first that is refused. */
static void feed_in_pieces(const uint8_t *bytes, size_t length, struct fuzz_cuts cuts, size_t good, bool complete)
{
	struct wsc_utf8 utf8 = {0};
	size_t at = 0;

	while (at < length) {
		size_t piece = fuzz_cut(&cuts, length - at);
		bool fed = wsc_utf8_feed(&utf8, bytes + at, piece);

		ASSERT(fed == (at + piece <= good));
		if (!fed) {
			return;
		}
		ASSERT(wsc_utf8_feed(&utf8, NULL, 0));
		at += piece;
	}
	ASSERT(wsc_utf8_complete(&utf8) == complete);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static const struct fuzz_cuts byte_by_byte = {.count = 1};
	struct fuzz_input input = {bytes, length};
	struct fuzz_cuts cuts = fuzz_cuts(&input);
	bool complete = true;
	size_t good = good_bytes(bytes, input.length, &complete);

	for (size_t offset = 0; offset < 8; offset++) {
		/* Begins anywhere, but ends where the block ends. */
		uint8_t *block = malloc(offset + input.length);
		uint8_t *text = block + offset;

		ASSERT(block != NULL || offset + input.length == 0);
		memcpy(text, bytes, input.length);
		feed_in_pieces(text, input.length, cuts, good, complete);
		feed_in_pieces(text, input.length, (struct fuzz_cuts){.count = 0}, good, complete);
		feed_in_pieces(text, input.length, byte_by_byte, good, complete);
		free(block);
	}
	return 0;
}
