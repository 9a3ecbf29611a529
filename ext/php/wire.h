/* SPDX-License-Identifier: MIT
 *
 * The bytes of one Frame object and what their header says. No objects, no
 * exceptions, no user code: frame.c is the only caller, but for
 * wschat_wire_header(), which message.c uses too.
 */
#ifndef WSCHAT_WIRE_H
#define WSCHAT_WIRE_H

#include "php.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WSCHAT_WIRE_HEADER_MAX 10 /* of an unmasked frame */
#define WSCHAT_WIRE_KEY_SIZE 4
#define WSCHAT_WIRE_UNKNOWN (-1)
#define WSCHAT_WIRE_FIN 0x80
#define WSCHAT_WIRE_RSV1 0x40
#define WSCHAT_WIRE_RSV2 0x20
#define WSCHAT_WIRE_RSV3 0x10

/*
 * Empty (both NULL), built (payload: as the script gave it, the header is
 * computed) or raw (bytes: all that came, possibly more than the frame).
 * Built turns to raw when the bytes are asked for or edited.
 */
struct wschat_wire {
	zend_string *payload; /* owned                                                             */
	zend_string *bytes;   /* owned                                                             */
	zend_long first;      /* FIN, RSV and opcode as Ratchet computes them: not cut to a byte,
	                       * so an absurd opcode reads back as it does there; or UNKNOWN        */
};

/* What the header says, as far as it is there. */
struct wschat_shape {
	bool masked;
	bool sized;       /* the length is complete                              */
	bool complete;    /* header and payload are                              */
	uint8_t field;    /* bytes of the length field, the second byte included: 1, 3 or 9 */
	size_t start;     /* where the payload starts                            */
	zend_long length; /* negative: its highest bit is set; UNKNOWN until sized */
	size_t arrived;   /* bytes of the payload that are there, at most length */
};

void wschat_wire_init(struct wschat_wire *wire);
void wschat_wire_copy(struct wschat_wire *to, const struct wschat_wire *from);
void wschat_wire_dtor(struct wschat_wire *wire);

size_t wschat_wire_size(const struct wschat_wire *wire); /* how many bytes it holds   */
int wschat_wire_second(const struct wschat_wire *wire);  /* the second byte or UNKNOWN */

/* false: not even the second byte is there, and of `shape` only complete and
 * sized (both false) are set. */
bool wschat_wire_measure(const struct wschat_wire *wire, struct wschat_shape *shape);

/* Where the payload is; borrowed. */
const char *wschat_wire_body(const struct wschat_wire *wire, const struct wschat_shape *shape);

/* The masking key, borrowed: the frame is masked and header bytes up to shape->start are there. */
const char *wschat_wire_key(const struct wschat_wire *wire, const struct wschat_shape *shape);

void wschat_wire_build(struct wschat_wire *wire, zend_string *payload, zend_long first); /* takes the reference */
void wschat_wire_to_raw(struct wschat_wire *wire);                                       /* an empty one stays empty */
void wschat_wire_append(struct wschat_wire *wire, zend_string *bytes);
void wschat_wire_set_rsv1(struct wschat_wire *wire, bool set);
void wschat_wire_cut(struct wschat_wire *wire, size_t size); /* a raw one, to its first bytes */

/* Puts `key` in place of the mask there is, if any; NULL: no mask. The frame is complete. */
void wschat_wire_remask(struct wschat_wire *wire, const struct wschat_shape *shape, const char *key);

/* The header of an unmasked frame; returns its size: 2, 4 or 10. */
size_t wschat_wire_header(char header[WSCHAT_WIRE_HEADER_MAX], uint8_t first, uint64_t length);

/* dst may be src. */
void wschat_wire_xor(char *dst, const char *src, size_t length, const char *key, size_t key_length);

#endif
