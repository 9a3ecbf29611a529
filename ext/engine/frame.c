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

void wsc_frame_unmask(uint8_t *dst, const uint8_t *src, size_t length, const uint8_t key[WSC_FRAME_MASK_SIZE],
                      size_t phase)
{
	uint8_t rotated[8]; /* twice the key as dst[0] meets it, so that eight bytes go at once */
	uint64_t key64;
	size_t i = 0;

	for (size_t k = 0; k < sizeof(rotated); k++) {
		rotated[k] = key[(phase + k) % WSC_FRAME_MASK_SIZE];
	}
	memcpy(&key64, rotated, sizeof(key64));

	/* memcpy because neither side is aligned; read whole before it is written,
	 * because both sides may be the same bytes. */
	for (; length - i >= 32; i += 32) {
		uint64_t words[4];

		memcpy(words, src + i, sizeof(words));
		for (size_t w = 0; w < 4; w++) {
			words[w] ^= key64;
		}
		memcpy(dst + i, words, sizeof(words));
	}
	for (; length - i >= 8; i += 8) {
		uint64_t word;

		memcpy(&word, src + i, sizeof(word));
		word ^= key64;
		memcpy(dst + i, &word, sizeof(word));
	}
	for (; i < length; i++) {
		dst[i] = src[i] ^ rotated[i % WSC_FRAME_MASK_SIZE];
	}
}

bool wsc_frame_close_code_valid(uint16_t code)
{
	/* Not 1004 (reserved), nor 1005, 1006 and 1015, which never go over the wire. */
	return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}
