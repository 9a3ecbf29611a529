/* SPDX-License-Identifier: MIT
 *
 * What the fuzzers of the receive machine share: the bytes of a client, and what
 * became of them, step by step, so that two ways to read them can be compared.
 */
#ifndef FUZZ_STORY_H
#define FUZZ_STORY_H

#include "fuzz.h"

#include "../../ext/engine/internal.h"

/* ---- bytes of a client ------------------------------------------------------ */

/* The bytes are to be freed. */
struct wire {
	uint8_t *bytes;
	size_t length;
	size_t room;
};

/* Room for `length` bytes more; returns where they go. */
uint8_t *story_extend(struct wire *wire, size_t length);

/* A masked frame; `first` is its first byte. */
void story_frame(struct wire *wire, uint8_t first, const uint8_t *payload, size_t length,
                 const uint8_t key[WSC_FRAME_MASK_SIZE]);

/* ---- what happens ------------------------------------------------------------- */

struct step {
	enum wsc_message_event kind;
	uint8_t opcode;
	uint16_t code;      /* of a failure                                    */
	const char *reason; /* … and its words; NULL: not known                */
	uint8_t *bytes;     /* of a message or control frame; its own copy     */
	size_t length;
	uint64_t *fragments; /* NULL: not asked for */
	size_t fragment_count;
};

struct story {
	struct step *steps;
	size_t count;
	size_t room;
};

struct step *story_step(struct story *story, enum wsc_message_event kind);
void story_failure(struct story *story, uint16_t code, const char *reason);

/* Adds what wsc_message_next() has said, and takes the payload from the ledger. */
void story_result(struct story *story, enum wsc_message_event kind, const struct wsc_message_result *result,
                  struct ledger *ledger);

void story_free(struct story *story);

/* `fragments`: are they to be compared too? */
void story_check_same(const struct story *a, const struct story *b, bool fragments);

#endif
