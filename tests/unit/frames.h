/* SPDX-License-Identifier: MIT
 *
 * What a client sends, written down short. A text of words, a space between
 * two of them:
 *
 *   81'Hello'   a masked frame: its first byte in hex, its payload
 *   82*70000    the same with that many bytes of "abc…zabc…", which go on from
 *               one fragment of a message to the next
 *   C1#F248CD   a masked frame with a payload in hex
 *   u81'Hello'  the frame unmasked
 *   =8180       these bytes, in hex
 */
#ifndef UNIT_FRAMES_H
#define UNIT_FRAMES_H

#include <stddef.h>
#include <stdint.h>

struct frames {
	uint8_t *bytes;
	size_t length;
};

/* To be freed with free(frames.bytes). */
struct frames frames_of(const char *text);

/* The byte at `index` of a payload written with an asterisk. */
static inline char frames_byte(size_t index)
{
	return (char) ('a' + index % 26);
}

#endif
