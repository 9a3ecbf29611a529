/* SPDX-License-Identifier: MIT
 *
 * A second reader of RFC 1951, bit by bit, to compare zlib's and the engine's
 * with. It takes the compressed bytes of a message as they come, goes on behind
 * a final block as RFC 7692 7.2.3.4 wants it, and finds a mistake as soon as the
 * bits are there that make it one.
 */
#ifndef FUZZ_INFLATER_H
#define FUZZ_INFLATER_H

#include "fuzz.h"

#define INFLATER_LENGTHS 15
#define INFLATER_SYMBOLS 288

/* A Huffman code: how many codes of each length there are, and whose they are. */
struct inflater_code {
	uint16_t counts[INFLATER_LENGTHS + 1];
	uint16_t symbols[INFLATER_SYMBOLS];
	bool incomplete; /* one code of one bit, or none at all */
};

struct inflater {
	uint8_t *input; /* of this message */
	size_t input_length;
	size_t bit;    /* the next of it */
	bool starved;  /* there were not enough of them */
	uint8_t *past; /* what came out of this message and of those before it */
	size_t past_length;
	size_t past_room;
	enum {
		INFLATER_HEADER,
		INFLATER_STORED,
		INFLATER_CODES
	} place;
	bool last;     /* this block is final                               */
	bool pending;  /* the message before has ended with a final block   */
	size_t stored; /* bytes of this block that are still to come        */
	struct inflater_code literals;
	struct inflater_code distances;
	unsigned finals;   /* final blocks of this message      */
	uint32_t farthest; /* largest distance of this message  */
};

enum inflater_result {
	INFLATER_MORE,
	INFLATER_BAD,
	INFLATER_STOPPED /* by who gets the bytes */
};

/* Gets a byte; false: no more. */
typedef bool (*inflater_put)(void *arg, uint8_t byte);

/* One that is all zeros is new. */
void inflater_free(struct inflater *inflater);

/* The next message; `keep`: what was before it may be referred to. */
void inflater_begin(struct inflater *inflater, bool keep);
enum inflater_result inflater_feed(struct inflater *inflater, const uint8_t *bytes, size_t length, inflater_put put,
                                   void *arg);

/* The message ends here, with an empty stored block of which four bytes were not
 * sent; false: it does not. */
bool inflater_end(struct inflater *inflater);

#endif
