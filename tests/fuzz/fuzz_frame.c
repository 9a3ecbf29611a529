/* SPDX-License-Identifier: MIT
 *
 * Frame headers there and back, and the mask. A header is decoded here once
 * more, in plain arithmetic; what is decoded encodes to the same bytes, and the
 * other way round. The mask is compared with one that takes byte after byte, for
 * every phase, every alignment and each way to cut it.
 *
 * Input: a header and a payload; behind them the alignments, the phase, the cuts
 * and a header to encode.
 */
#include "fuzz.h"

#include "../../ext/engine/codec.h"

#include <stdlib.h>
#include <string.h>

/* ---- headers --------------------------------------------------------------- */

static bool same_header(const struct wsc_frame_header *a, const struct wsc_frame_header *b)
{
	return a->fin == b->fin && a->rsv == b->rsv && a->opcode == b->opcode && a->masked == b->masked &&
	       a->length == b->length && memcmp(a->key, b->key, sizeof a->key) == 0;
}

/* RFC 6455 5.2; returns the size of the header, 0: it breaks a rule. */
static size_t reference(const uint8_t *bytes, struct wsc_frame_header *header)
{
	unsigned first = bytes[0];
	unsigned short_length = bytes[1] % 128;
	uint64_t least = short_length == 126 ? 126 : short_length == 127 ? 65536 : 0;
	size_t size = 2;

	memset(header, 0, sizeof *header);
	header->fin = first >= 128;
	header->rsv = (uint8_t) (first % 128 / 16);
	header->opcode = (uint8_t) (first % 16);
	header->masked = bytes[1] >= 128;
	header->length = short_length < 126 ? short_length : 0;
	for (size_t i = 0; i < (short_length == 126 ? 2u : short_length == 127 ? 8u : 0u); i++) {
		header->length = header->length * 256 + bytes[size++];
	}
	for (size_t i = 0; i < 4 && header->masked; i++) {
		header->key[i] = bytes[size++];
	}
	return header->length >= least && header->length < UINT64_C(1) << 63 ? size : 0;
}

static void check_decode(const uint8_t *bytes, size_t length)
{
	struct wsc_frame_header header;
	struct wsc_frame_header expected;
	uint8_t again[10];
	uint8_t *copy;
	size_t size;
	size_t good;

	if (length < 2) {
		return;
	}
	size = wsc_frame_header_size(bytes);
	ASSERT(size >= 2 && size <= WSC_FRAME_HEADER_MAX);
	if (length < size) {
		return;
	}
	good = reference(bytes, &expected);
	copy = fuzz_copy(bytes, size);
	memset(&header, 0xA5, sizeof header);
	ASSERT(wsc_frame_decode(copy, &header) == (good > 0));
	free(copy);
	if (good == 0) {
		return;
	}
	ASSERT(good == size && same_header(&header, &expected));

	/* There is no encoder for masked ones, but all in front of the key is the same. */
	size = wsc_frame_encode(again, header.fin, header.rsv, header.opcode, header.length);
	ASSERT(size == good - (header.masked ? WSC_FRAME_MASK_SIZE : 0));
	again[1] |= header.masked ? 0x80 : 0;
	ASSERT(memcmp(again, bytes, size) == 0);
}

static void check_encode(struct fuzz_input *input)
{
	uint8_t bytes[10];
	struct wsc_frame_header header;
	struct wsc_frame_header wanted = {.fin = fuzz_byte(input) & 1};
	size_t size;

	wanted.rsv = fuzz_byte(input) % 8;
	wanted.opcode = fuzz_byte(input) % 16;
	/* As many bits of it as a byte says, so that every size is met. */
	for (size_t i = 0; i < 4; i++) {
		wanted.length = wanted.length << 16 | fuzz_word(input);
	}
	wanted.length >>= 1 + fuzz_byte(input) % 63;
	size = wsc_frame_encode(bytes, wanted.fin, wanted.rsv, wanted.opcode, wanted.length);
	ASSERT(size == wsc_frame_header_size(bytes));
	ASSERT(size == (wanted.length < 126 ? 2u : wanted.length < 65536 ? 4u : 10u));
	ASSERT(wsc_frame_decode(bytes, &header) && same_header(&header, &wanted));
}

/* RFC 6455 7.4.2 and the IANA registry. */
static void check_close_code(uint16_t code)
{
	bool registered = (code > 999 && code < 1015) && code != 1004 && code != 1005 && code != 1006;
	bool of_others = code >= 3000 && code < 5000;

	ASSERT(wsc_frame_close_code_valid(code) == (registered || of_others));
}

/* ---- the mask -------------------------------------------------------------- */

struct mask {
	const uint8_t *key;
	size_t phase;
};

/* `length` bytes that begin `offset` bytes behind one that malloc aligned, and
 * end where the block ends. */
static uint8_t *place(size_t offset, size_t length, uint8_t **block)
{
	*block = malloc(offset + length);
	ASSERT(*block != NULL || offset + length == 0);
	memset(*block, 0x5A, offset);
	return *block + offset;
}

static void check_untouched(const uint8_t *block, size_t offset)
{
	for (size_t i = 0; i < offset; i++) {
		ASSERT(block[i] == 0x5A);
	}
}

static void unmask_in_pieces(uint8_t *bytes, size_t length, const struct mask *mask, struct fuzz_cuts cuts)
{
	for (size_t at = 0; at < length;) {
		size_t piece = fuzz_cut(&cuts, length - at);

		wsc_frame_unmask(bytes + at, bytes + at, piece, mask->key, mask->phase + at);
		at += piece;
	}
}

static void check_mask(const uint8_t *payload, size_t length, const struct mask *mask, uint8_t alignment,
                       struct fuzz_cuts cuts)
{
	size_t from = alignment % 8;
	size_t to = alignment / 8 % 8;
	uint8_t *from_block;
	uint8_t *to_block;
	uint8_t *src = place(from, length, &from_block);
	uint8_t *dst = place(to, length, &to_block);
	uint8_t *expected = fuzz_copy(payload, length);

	memcpy(src, payload, length);
	fuzz_mask(expected, payload, length, mask->key, mask->phase);
	wsc_frame_unmask(dst, src, length, mask->key, mask->phase);
	ASSERT(memcmp(src, payload, length) == 0);
	ASSERT(memcmp(dst, expected, length) == 0);
	unmask_in_pieces(src, length, mask, cuts);
	ASSERT(memcmp(src, dst, length) == 0);
	wsc_frame_unmask(dst, dst, length, mask->key, mask->phase);
	ASSERT(memcmp(dst, payload, length) == 0);

	check_untouched(from_block, from);
	check_untouched(to_block, to);
	free(from_block);
	free(to_block);
	free(expected);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = {bytes, length};
	uint8_t alignment = fuzz_byte(&input);
	struct mask mask = {.phase = fuzz_word(&input)};
	struct fuzz_cuts cuts = fuzz_cuts(&input);
	uint8_t key[WSC_FRAME_MASK_SIZE];

	check_close_code(fuzz_word(&input));
	check_encode(&input);
	check_decode(bytes, input.length);

	for (size_t i = 0; i < sizeof key; i++) {
		key[i] = fuzz_byte(&input);
	}
	mask.key = key;
	check_mask(bytes, input.length, &mask, alignment, cuts);
	return 0;
}
