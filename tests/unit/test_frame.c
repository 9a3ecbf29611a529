/* SPDX-License-Identifier: MIT
 *
 * frame.c: header bytes as RFC 6455 section 5.7 prints them, round trips over
 * every first byte, lengths in the wrong form, and unmasking against the loop
 * of section 5.3.
 */
#include "../../ext/engine/frame.c"

#include "harness.h"

static void examples_of_the_rfc(void)
{
	/* clang-format off */
	static const struct {
		const char *name;
		uint8_t bytes[WSC_FRAME_HEADER_MAX];
		size_t size;
		struct wsc_frame_header header;
	} rows[] = {
		{"unmasked text", {0x81, 0x05}, 2, {true, 0, 1, false, {0}, 5}},
		{"masked text", {0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D}, 6, {true, 0, 1, true, {0x37, 0xFA, 0x21, 0x3D}, 5}},
		{"first fragment", {0x01, 0x03}, 2, {false, 0, 1, false, {0}, 3}},
		{"last fragment", {0x80, 0x02}, 2, {true, 0, 0, false, {0}, 2}},
		{"ping", {0x89, 0x05}, 2, {true, 0, 9, false, {0}, 5}},
		{"pong", {0x8A, 0x85, 0x37, 0xFA, 0x21, 0x3D}, 6, {true, 0, 10, true, {0x37, 0xFA, 0x21, 0x3D}, 5}},
		{"256 bytes", {0x82, 0x7E, 0x01, 0x00}, 4, {true, 0, 2, false, {0}, 256}},
		{"64 KiB", {0x82, 0x7F, 0, 0, 0, 0, 0, 1, 0, 0}, 10, {true, 0, 2, false, {0}, 65536}},
		{"RSV1", {0xC1, 0x00}, 2, {true, 4, 1, false, {0}, 0}},
		{"RSV2", {0xA1, 0x00}, 2, {true, 2, 1, false, {0}, 0}},
		{"RSV3", {0x91, 0x00}, 2, {true, 1, 1, false, {0}, 0}},
		{"masked 16 bit", {0x82, 0xFE, 0x01, 0x02, 1, 2, 3, 4}, 8, {true, 0, 2, true, {1, 2, 3, 4}, 258}},
		{"masked 64 bit", {0x82, 0xFF, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 14,
		 {true, 0, 2, true, {9, 10, 11, 12}, UINT64_C(0x0102030405060708)}},
	};
	/* clang-format on */

	for (size_t i = 0; i < LENGTH(rows); i++) {
		uint8_t *bytes = harness_copy(rows[i].bytes, rows[i].size);
		const struct wsc_frame_header *wanted = &rows[i].header;
		struct wsc_frame_header header;

		memset(&header, 0xAA, sizeof(header));
		CHECKF(wsc_frame_header_size(bytes) == rows[i].size, "%s", rows[i].name);
		CHECKF(wsc_frame_decode(bytes, &header), "%s", rows[i].name);
		CHECKF(header.fin == wanted->fin, "%s", rows[i].name);
		CHECKF(header.rsv == wanted->rsv, "%s: %u", rows[i].name, header.rsv);
		CHECKF(header.opcode == wanted->opcode, "%s: %u", rows[i].name, header.opcode);
		CHECKF(header.masked == wanted->masked, "%s", rows[i].name);
		CHECKF(header.length == wanted->length, "%s: %llu", rows[i].name, (unsigned long long) header.length);
		CHECKF(memcmp(header.key, wanted->key, sizeof(header.key)) == 0, "%s", rows[i].name);
		if (!wanted->masked) {
			uint8_t out[10];

			CHECKF(wsc_frame_encode(out, wanted->fin, wanted->rsv, wanted->opcode, wanted->length) == rows[i].size,
			       "%s", rows[i].name);
			CHECKF(memcmp(out, rows[i].bytes, rows[i].size) == 0, "%s", rows[i].name);
		}
		free(bytes);
	}
}

static void round_trips(void)
{
	static const struct {
		uint64_t length;
		size_t size;
	} lengths[] = {
		{0, 2},          {1, 2},     {125, 2},   {126, 4},    {127, 4},         {255, 4},
		{256, 4},        {65534, 4}, {65535, 4}, {65536, 10}, {UINT32_MAX, 10}, {UINT64_C(1) << 32, 10},
		{INT64_MAX, 10},
	};

	for (size_t i = 0; i < LENGTH(lengths); i++) {
		for (unsigned first = 0; first < 256; first++) {
			struct wsc_frame_header header;
			uint8_t out[10];
			bool fin = first >= 128;
			uint8_t rsv = first >> 4 & 7;
			uint8_t opcode = first & 15;
			unsigned long long length = lengths[i].length;

			CHECKF(wsc_frame_encode(out, fin, rsv, opcode, length) == lengths[i].size, "%llu", length);
			CHECKF(out[0] == first, "%02X", first);
			CHECKF(wsc_frame_header_size(out) == lengths[i].size, "%llu", length);
			CHECKF(wsc_frame_decode(out, &header), "%llu", length);
			CHECKF(header.fin == fin && header.rsv == rsv && header.opcode == opcode, "%02X", first);
			CHECKF(!header.masked && header.length == length, "%llu", length);
		}
	}
}

static void header_size_of_every_second_byte(void)
{
	for (unsigned second = 0; second < 256; second++) {
		uint8_t bytes[2] = {0x82, (uint8_t) second};
		size_t expected = 2 + (second >= 128 ? 4u : 0u);

		expected += second % 128 == 127 ? 8u : second % 128 == 126 ? 2u : 0u;
		CHECKF(wsc_frame_header_size(bytes) == expected, "%02X", second);
	}
}

static void wrong_forms_of_length(void)
{
	/* clang-format off */
	static const struct {
		uint8_t second;
		uint64_t length;
		bool valid;
	} rows[] = {
		{126, 0, false},
		{126, 1, false},
		{126, 125, false},
		{126, 126, true},
		{126, 65535, true},
		{127, 0, false},
		{127, 125, false},
		{127, 126, false},
		{127, 65535, false},
		{127, 65536, true},
		{127, INT64_MAX, true},
		{127, UINT64_C(1) << 63, false},
		{127, UINT64_MAX, false},
	};
	/* clang-format on */

	for (size_t i = 0; i < LENGTH(rows); i++) {
		for (unsigned masked = 0; masked < 2; masked++) {
			uint8_t bytes[WSC_FRAME_HEADER_MAX] = {0x82, (uint8_t) (rows[i].second | masked << 7)};
			size_t extended = rows[i].second == 127 ? 8 : 2;
			size_t size = 2 + extended + (masked != 0 ? 4 : 0);
			struct wsc_frame_header header;
			uint8_t *exact;

			for (size_t k = 0; k < extended; k++) {
				bytes[2 + k] = (uint8_t) (rows[i].length >> 8 * (extended - 1 - k));
			}
			exact = harness_copy(bytes, size);
			CHECKF(wsc_frame_decode(exact, &header) == rows[i].valid, "row %zu", i);
			CHECKF(!rows[i].valid || header.length == rows[i].length, "row %zu", i);
			free(exact);
		}
	}
}

static bool unmasks_like_the_loop(size_t length, size_t phase, size_t offset, bool in_place)
{
	static const uint8_t key[4] = {0x37, 0xFA, 0x21, 0x3D};
	/* Both texts end with their memory, and begin at every distance of the two. */
	size_t dst_offset = offset * 3 % 8;
	uint8_t *memory = malloc(1 + offset + length);
	uint8_t *other = malloc(1 + dst_offset + length);
	uint8_t *src = memory + 1 + offset;
	uint8_t *dst = in_place ? src : other + 1 + dst_offset;
	bool same = true;

	for (size_t i = 0; i < length; i++) {
		src[i] = (uint8_t) (i * 31 + 7);
	}
	memory[offset] = 0x5A;
	wsc_frame_unmask(dst, src, length, key, phase);
	for (size_t i = 0; i < length; i++) {
		same = same && dst[i] == ((uint8_t) (i * 31 + 7) ^ key[(phase + i) % 4]);
		same = same && (in_place || src[i] == (uint8_t) (i * 31 + 7));
	}
	same = same && memory[offset] == 0x5A;
	free(memory);
	free(other);
	return same;
}

static void unmask(void)
{
	for (size_t length = 0; length <= 300; length++) {
		for (size_t phase = 0; phase < 4; phase++) {
			for (size_t offset = 0; offset < 8; offset++) {
				CHECKF(unmasks_like_the_loop(length, phase, offset, true), "%zu, phase %zu, offset %zu", length, phase,
				       offset);
				CHECKF(unmasks_like_the_loop(length, phase, offset, false), "%zu, phase %zu, offset %zu", length, phase,
				       offset);
			}
		}
	}
	/* A phase is a position in the payload: any number. */
	CHECK(unmasks_like_the_loop(77, 65537, 3, true));
	CHECK(unmasks_like_the_loop(77, SIZE_MAX - 100, 3, false));
}

static void unmask_in_pieces(void)
{
	static const uint8_t key[4] = {1, 2, 4, 8};
	uint8_t zero[64] = {0};
	uint8_t whole[64];

	wsc_frame_unmask(whole, zero, sizeof(zero), key, 0);
	for (size_t cut = 0; cut <= sizeof(zero); cut++) {
		uint8_t pieces[64];

		wsc_frame_unmask(pieces, zero, cut, key, 0);
		wsc_frame_unmask(pieces + cut, zero + cut, sizeof(zero) - cut, key, cut);
		CHECKF(memcmp(whole, pieces, sizeof(whole)) == 0, "cut %zu", cut);
	}
	wsc_frame_unmask(NULL, NULL, 0, key, 3);
}

static void close_codes(void)
{
	static const struct {
		uint16_t low;
		uint16_t high;
	} valid[] = {{1000, 1003}, {1007, 1014}, {3000, 4999}};

	for (unsigned code = 0; code <= UINT16_MAX; code++) {
		bool expected = false;

		for (size_t i = 0; i < LENGTH(valid); i++) {
			expected = expected || (code >= valid[i].low && code <= valid[i].high);
		}
		CHECKF(wsc_frame_close_code_valid((uint16_t) code) == expected, "%u", code);
	}
}

void test_frame(void)
{
	RUN(examples_of_the_rfc);
	RUN(round_trips);
	RUN(header_size_of_every_second_byte);
	RUN(wrong_forms_of_length);
	RUN(unmask);
	RUN(unmask_in_pieces);
	RUN(close_codes);
}
