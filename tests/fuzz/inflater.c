/* SPDX-License-Identifier: MIT
 *
 * See inflater.h. What does not have all of its bits yet is begun again when
 * there are more. Not watched by libFuzzer, as it is no part of what is tested.
 */
#include "inflater.h"

#include <stdlib.h>
#include <string.h>

#define WINDOW 32768
/* The engine takes no more final blocks in a message. */
#define FINALS_MAX 1024
#define END_OF_BLOCK 256
#define INVALID 0xFFFF

void inflater_free(struct inflater *inflater)
{
	free(inflater->input);
	free(inflater->past);
}

void inflater_begin(struct inflater *inflater, bool keep)
{
	inflater->input_length = 0;
	inflater->bit = 0;
	inflater->farthest = 0;
	if (!keep) {
		inflater->past_length = 0;
		inflater->place = INFLATER_HEADER;
		inflater->pending = false;
		inflater->finals = 0;
	} else if (inflater->past_length > WINDOW) {
		memmove(inflater->past, inflater->past + inflater->past_length - WINDOW, WINDOW);
		inflater->past_length = WINDOW;
	}
}

/* ---- bits and codes ------------------------------------------------------------ */

static unsigned take_bits(struct inflater *inflater, unsigned count)
{
	unsigned value = 0;

	if (inflater->bit + count > inflater->input_length * 8) {
		inflater->starved = true;
		return 0;
	}
	for (unsigned i = 0; i < count; i++, inflater->bit++) {
		value |= (unsigned) (inflater->input[inflater->bit / 8] >> inflater->bit % 8 & 1) << i;
	}
	return value;
}

/* RFC 1951 3.2.2; false: more codes than there are, or fewer, which only a
 * single one of one bit may be. */
static bool build(struct inflater_code *code, const uint8_t *lengths, size_t count, bool of_lengths)
{
	uint16_t next[INFLATER_LENGTHS + 2] = {0};
	long left = 1;
	unsigned longest = 0;

	memset(code, 0, sizeof *code);
	for (size_t i = 0; i < count; i++) {
		code->counts[lengths[i]]++;
	}
	code->counts[0] = 0;
	for (unsigned length = 1; length <= INFLATER_LENGTHS; length++) {
		left = left * 2 - code->counts[length];
		if (left < 0) {
			return false;
		}
		longest = code->counts[length] > 0 ? length : longest;
		next[length + 1] = (uint16_t) (next[length] + code->counts[length]);
	}
	for (size_t i = 0; i < count; i++) {
		if (lengths[i] > 0) {
			code->symbols[next[lengths[i]]++] = (uint16_t) i;
		}
	}
	code->incomplete = left > 0;
	return left == 0 || longest == 0 || (longest == 1 && !of_lengths);
}

/* The next symbol, or INVALID; look whether it has starved. */
static unsigned decode(struct inflater *inflater, const struct inflater_code *code)
{
	unsigned value = 0;
	unsigned first = 0;
	unsigned index = 0;

	for (unsigned length = 1; length <= INFLATER_LENGTHS; length++) {
		value = value * 2 + take_bits(inflater, 1);
		if (inflater->starved) {
			return INVALID;
		}
		if (value - first < code->counts[length]) {
			return code->symbols[index + value - first];
		}
		if (code->incomplete) {
			return INVALID;
		}
		index += code->counts[length];
		first = (first + code->counts[length]) * 2;
	}
	return INVALID;
}

/* ---- the beginning of a block ------------------------------------------------------ */

static enum inflater_result fixed_codes(struct inflater *inflater)
{
	uint8_t lengths[INFLATER_SYMBOLS];

	for (unsigned i = 0; i < INFLATER_SYMBOLS; i++) {
		lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
	}
	ASSERT(build(&inflater->literals, lengths, INFLATER_SYMBOLS, false));
	memset(lengths, 5, 32);
	ASSERT(build(&inflater->distances, lengths, 32, false));
	return INFLATER_MORE;
}

/* The lengths of both codes, themselves in a code. */
static enum inflater_result read_lengths(struct inflater *inflater, const struct inflater_code *code, uint8_t *lengths,
                                         unsigned count)
{
	static const struct {
		unsigned bits;
		unsigned least;
	} repeats[] = {{2, 3}, {3, 3}, {7, 11}};
	unsigned at = 0;

	while (at < count) {
		unsigned symbol = decode(inflater, code);
		unsigned times = 1;

		if (inflater->starved) {
			return INFLATER_MORE;
		}
		if (symbol == INVALID) {
			symbol = 0; /* of no code at all, as zlib sees it */
		}
		if (symbol >= 16) {
			times = repeats[symbol - 16].least + take_bits(inflater, repeats[symbol - 16].bits);
			if (inflater->starved) {
				return INFLATER_MORE;
			}
			if ((symbol == 16 && at == 0) || at + times > count) {
				return INFLATER_BAD;
			}
			symbol = symbol == 16 ? lengths[at - 1] : 0;
		}
		memset(lengths + at, (int) symbol, times);
		at += times;
	}
	return INFLATER_MORE;
}

static enum inflater_result dynamic_codes(struct inflater *inflater)
{
	static const uint8_t order[] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
	unsigned header = take_bits(inflater, 14);
	unsigned literals = (header & 31) + 257;
	unsigned distances = (header >> 5 & 31) + 1;
	uint8_t lengths[320] = {0};
	struct inflater_code code;
	enum inflater_result result;

	if (inflater->starved) {
		return INFLATER_MORE;
	}
	if (literals > 286 || distances > 30) {
		return INFLATER_BAD;
	}
	for (unsigned i = 0; i < (header >> 10) + 4; i++) {
		lengths[order[i]] = (uint8_t) take_bits(inflater, 3);
	}
	if (inflater->starved) {
		return INFLATER_MORE;
	}
	if (!build(&code, lengths, sizeof order, true)) {
		return INFLATER_BAD;
	}
	memset(lengths, 0, sizeof lengths);
	result = read_lengths(inflater, &code, lengths, literals + distances);
	if (result != INFLATER_MORE || inflater->starved) {
		return result;
	}
	return lengths[END_OF_BLOCK] > 0 && build(&inflater->literals, lengths, literals, false) &&
	               build(&inflater->distances, lengths + literals, distances, false)
	           ? INFLATER_MORE
	           : INFLATER_BAD;
}

static enum inflater_result stored_length(struct inflater *inflater)
{
	unsigned length;
	unsigned inverse;

	inflater->bit = (inflater->bit + 7) / 8 * 8;
	if (inflater->bit + 32 > inflater->input_length * 8) {
		inflater->starved = true;
		return INFLATER_MORE;
	}
	length = take_bits(inflater, 16);
	inverse = take_bits(inflater, 16);
	inflater->stored = length;
	return (length ^ inverse) == 0xFFFF ? INFLATER_MORE : INFLATER_BAD;
}

static enum inflater_result read_header(struct inflater *inflater)
{
	size_t start = inflater->bit;
	unsigned header = take_bits(inflater, 3);
	enum inflater_result result = INFLATER_MORE;

	if (!inflater->starved) {
		switch (header >> 1) {
		case 0:
			result = stored_length(inflater);
			break;
		case 1:
			result = fixed_codes(inflater);
			break;
		case 2:
			result = dynamic_codes(inflater);
			break;
		default:
			result = INFLATER_BAD;
		}
	}
	if (inflater->starved) {
		inflater->bit = start;
		return result;
	}
	inflater->last = (header & 1) != 0;
	inflater->place = header >> 1 == 0 ? INFLATER_STORED : INFLATER_CODES;
	return result;
}

/* ---- what is in it --------------------------------------------------------------- */

static enum inflater_result put_byte(struct inflater *inflater, uint8_t byte, inflater_put put, void *arg)
{
	if (!put(arg, byte)) {
		return INFLATER_STOPPED;
	}
	if (inflater->past_length == inflater->past_room) {
		inflater->past_room = inflater->past_room * 2 + 1024;
		inflater->past = realloc(inflater->past, inflater->past_room);
		ASSERT(inflater->past != NULL);
	}
	inflater->past[inflater->past_length++] = byte;
	return INFLATER_MORE;
}

static unsigned match_length(struct inflater *inflater, unsigned symbol)
{
	unsigned bits = symbol < 265 ? 0 : (symbol - 261) / 4;

	if (symbol == 285) {
		return 258;
	}
	return symbol < 265 ? symbol - 254 : ((symbol - 261) % 4 + 4) * (1u << bits) + 3 + take_bits(inflater, bits);
}

/* 0: no such distance. */
static uint32_t match_distance(struct inflater *inflater)
{
	unsigned symbol = decode(inflater, &inflater->distances);
	unsigned bits = symbol < 4 ? 0 : symbol / 2 - 1;

	if (inflater->starved || symbol > 29) {
		return 0;
	}
	return symbol < 4 ? symbol + 1 : (symbol % 2 + 2) * (1u << bits) + 1 + take_bits(inflater, bits);
}

/* A literal, a match, or the end of the block. */
static enum inflater_result read_symbol(struct inflater *inflater, inflater_put put, void *arg)
{
	unsigned symbol = decode(inflater, &inflater->literals);
	enum inflater_result result = INFLATER_MORE;
	unsigned length;
	uint32_t distance;

	if (inflater->starved) {
		return INFLATER_MORE;
	}
	if (symbol > 285) {
		return INFLATER_BAD;
	}
	if (symbol < 256) {
		return put_byte(inflater, (uint8_t) symbol, put, arg);
	}
	if (symbol == END_OF_BLOCK) {
		inflater->place = INFLATER_HEADER;
		return INFLATER_MORE;
	}
	length = match_length(inflater, symbol);
	distance = inflater->starved ? 0 : match_distance(inflater);
	if (inflater->starved) {
		return INFLATER_MORE;
	}
	if (distance == 0 || distance > inflater->past_length) {
		return INFLATER_BAD;
	}
	inflater->farthest = distance > inflater->farthest ? distance : inflater->farthest;
	while (length-- > 0 && result == INFLATER_MORE) {
		result = put_byte(inflater, inflater->past[inflater->past_length - distance], put, arg);
	}
	return result;
}

static enum inflater_result read_stored(struct inflater *inflater, inflater_put put, void *arg)
{
	unsigned byte;

	if (inflater->stored == 0) {
		inflater->place = INFLATER_HEADER;
		return INFLATER_MORE;
	}
	byte = take_bits(inflater, 8);
	if (inflater->starved) {
		return INFLATER_MORE;
	}
	inflater->stored--;
	return put_byte(inflater, (uint8_t) byte, put, arg);
}

/* Behind a final block the next one begins with a byte. */
static enum inflater_result go_on(struct inflater *inflater)
{
	inflater->pending = false;
	inflater->last = false;
	inflater->bit = (inflater->bit + 7) / 8 * 8;
	return ++inflater->finals > FINALS_MAX ? INFLATER_BAD : INFLATER_MORE;
}

/* As far as the bits go. `at_end`: a final block that all bytes are read of is
 * one for the next message. */
static enum inflater_result read_all(struct inflater *inflater, inflater_put put, void *arg, bool at_end)
{
	enum inflater_result result = inflater->pending ? go_on(inflater) : INFLATER_MORE;

	inflater->starved = false;
	while (result == INFLATER_MORE && !inflater->starved) {
		size_t start = inflater->bit;

		if (inflater->place == INFLATER_HEADER) {
			result = read_header(inflater);
			continue;
		}
		if (inflater->place == INFLATER_STORED) {
			result = read_stored(inflater, put, arg);
		} else {
			result = read_symbol(inflater, put, arg);
		}
		if (inflater->starved) {
			inflater->bit = start;
		} else if (inflater->place == INFLATER_HEADER && inflater->last) {
			if (at_end && (inflater->bit + 7) / 8 == inflater->input_length) {
				inflater->pending = true;
				return INFLATER_MORE;
			}
			result = go_on(inflater);
		}
	}
	return result;
}

static void add_input(struct inflater *inflater, const uint8_t *bytes, size_t length)
{
	size_t read = inflater->bit / 8;

	/* What has been read is needed no more. */
	if (read > 0) {
		memmove(inflater->input, inflater->input + read, inflater->input_length - read);
	}
	inflater->input_length -= read;
	inflater->bit %= 8;
	inflater->input = realloc(inflater->input, inflater->input_length + length + 1);
	ASSERT(inflater->input != NULL);
	memcpy(inflater->input + inflater->input_length, bytes, length);
	inflater->input_length += length;
}

enum inflater_result inflater_feed(struct inflater *inflater, const uint8_t *bytes, size_t length, inflater_put put,
                                   void *arg)
{
	if (length == 0) {
		return INFLATER_MORE;
	}
	add_input(inflater, bytes, length);
	return read_all(inflater, put, arg, false);
}

static bool put_nothing(void *arg, uint8_t byte)
{
	(void) arg;
	(void) byte;
	return false;
}

bool inflater_end(struct inflater *inflater)
{
	static const uint8_t tail[] = {0x00, 0x00, 0xFF, 0xFF};

	inflater->finals = 0;
	add_input(inflater, tail, sizeof tail);
	return read_all(inflater, put_nothing, NULL, true) == INFLATER_MORE && inflater->place == INFLATER_HEADER &&
	       inflater->bit == inflater->input_length * 8;
}
