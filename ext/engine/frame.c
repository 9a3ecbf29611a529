/* SPDX-License-Identifier: MIT
 *
 * The frame header of RFC 6455 section 5.2 and the masking of 5.3: bytes to
 * struct and back. It knows the layout and the shortest-form rule, nothing
 * else: whether RSV bits, an opcode, a missing mask or a length are allowed at
 * this moment is judged by message.c, because it depends on the connection.
 *
 * Called by message.c for what comes in and by whatever builds frames to send.
 * A server never masks, so there is no encoder for masked frames.
 */
#include "codec.h"

#include <string.h>

#define FIN_BIT 0x80
#define RSV_SHIFT 4
#define RSV_BITS 0x07
#define OPCODE_BITS 0x0F
#define MASK_BIT 0x80
#define LENGTH_BITS 0x7F
#define LENGTH_IN_16 126
#define LENGTH_IN_64 127

/* Shorter payloads are unmasked before a call has paid. */
#define VECTOR_MIN 64

/* Bytes of the extended length that follow the first two. */
static inline size_t extended_size(uint8_t second)
{
	uint8_t length = second & LENGTH_BITS;

	return length == LENGTH_IN_64 ? 8 : length == LENGTH_IN_16 ? 2 : 0;
}

size_t wsc_frame_header_size(const uint8_t bytes[2])
{
	return 2 + extended_size(bytes[1]) + ((bytes[1] & MASK_BIT) != 0 ? WSC_FRAME_MASK_SIZE : 0);
}

bool wsc_frame_decode(const uint8_t *bytes, struct wsc_frame_header *header)
{
	size_t extended = extended_size(bytes[1]);

	header->fin = (bytes[0] & FIN_BIT) != 0;
	header->rsv = (bytes[0] >> RSV_SHIFT) & RSV_BITS;
	header->opcode = bytes[0] & OPCODE_BITS;
	header->masked = (bytes[1] & MASK_BIT) != 0;
	header->length = bytes[1] & LENGTH_BITS;
	memset(header->key, 0, sizeof(header->key));

	if (extended > 0) {
		header->length = 0;
		for (size_t i = 0; i < extended; i++) {
			header->length = header->length << 8 | bytes[2 + i];
		}
		if (header->length <= (extended == 2 ? LENGTH_IN_16 - 1 : UINT16_MAX) || header->length > INT64_MAX) {
			return false;
		}
	}
	if (header->masked) {
		memcpy(header->key, bytes + 2 + extended, sizeof(header->key));
	}
	return true;
}

size_t wsc_frame_encode(uint8_t out[10], bool fin, uint8_t rsv, uint8_t opcode, uint64_t length)
{
	size_t extended = length > UINT16_MAX ? 8 : length >= LENGTH_IN_16 ? 2 : 0;

	out[0] = (uint8_t) ((fin ? FIN_BIT : 0) | (rsv & RSV_BITS) << RSV_SHIFT | (opcode & OPCODE_BITS));
	out[1] = (uint8_t) (extended == 8 ? LENGTH_IN_64 : extended == 2 ? LENGTH_IN_16 : length);
	for (size_t i = extended; i > 0; i--) {
		out[1 + i] = (uint8_t) length;
		length >>= 8;
	}
	return 2 + extended;
}

/* The eight bytes of the key from this phase on, as they lie in memory. */
static inline uint64_t key_at(uint32_t key, size_t phase)
{
	uint64_t twice = (uint64_t) key << 32 | key;
	unsigned bits = (unsigned) (phase % WSC_FRAME_MASK_SIZE) * 8;

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return twice << bits | twice >> 1 >> (63 - bits);
#else
	return twice >> bits | twice << 1 << (63 - bits);
#endif
}

static inline uint64_t load8(const uint8_t *at)
{
	uint64_t word;

	memcpy(&word, at, sizeof(word)); /* the bytes lie anywhere */
	return word;
}

static inline uint32_t load4(const uint8_t *at)
{
	uint32_t word;

	memcpy(&word, at, sizeof(word));
	return word;
}

/* Less than eight bytes, the key from the first one on. */
static inline void unmask_few(uint8_t *dst, const uint8_t *src, size_t length, uint32_t key)
{
	if (length >= 4) {
		uint32_t head = load4(src) ^ key;
		uint32_t tail = load4(src + length - 4) ^ (uint32_t) key_at(key, length);

		memcpy(dst, &head, sizeof(head));
		memcpy(dst + length - 4, &tail, sizeof(tail));
	} else {
		uint8_t bytes[4];

		memcpy(bytes, &key, sizeof(bytes));
		for (size_t i = 0; i < length; i++) {
			dst[i] = src[i] ^ bytes[i];
		}
	}
}

void wsc_frame_unmask(uint8_t *dst, const uint8_t *src, size_t length, const uint8_t key[WSC_FRAME_MASK_SIZE],
                      size_t phase)
{
	uint32_t first = (uint32_t) key_at(load4(key), phase);
	uint64_t key64 = key_at(first, 0);
	uint64_t last;
	size_t i = 0;

	if (length < 8) {
		unmask_few(dst, src, length, first);
		return;
	}
	/* The last eight bytes are read before any is written, as both sides may be
	 * the same bytes; so they may overlap the words before them. */
	last = load8(src + length - 8) ^ key_at(first, length);
	if (length >= VECTOR_MIN) {
		i = wsc_simd.unmask(dst, src, length, key64);
	}
	for (; length - i > 8; i += 8) {
		uint64_t word = load8(src + i) ^ key64;

		memcpy(dst + i, &word, sizeof(word));
	}
	memcpy(dst + length - 8, &last, sizeof(last));
}

bool wsc_frame_close_code_valid(uint16_t code)
{
	/* Not 1004 (reserved), nor 1005, 1006 and 1015, which never go over the wire. */
	return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}
