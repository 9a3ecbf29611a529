/* SPDX-License-Identifier: MIT
 *
 * Payload memory for the tests: the four payload hooks, and a ledger of what
 * they were asked for. `data` of the hooks points to a struct ledger, or to a
 * struct that begins with one. Each block's bytes are a malloc of exactly the
 * size asked for, so that AddressSanitizer sees the first byte outside.
 */
#ifndef UNIT_LEDGER_H
#define UNIT_LEDGER_H

#include "../../ext/engine/wsc.h"

struct ledger {
	size_t blocks;  /* that live now                                    */
	size_t refs;    /* on those                                         */
	size_t bytes;   /* of those                                         */
	size_t peak;    /* of bytes                                         */
	size_t allocs;  /* calls of payload_alloc                           */
	size_t resizes; /* … of payload_resize                              */
	size_t most;    /* a larger block is refused; 0: none is            */
};

void *ledger_alloc(void *data, size_t size, char **bytes);
void *ledger_resize(void *data, void *owner, size_t size, char **bytes);
void ledger_ref(void *data, void *owner);
void ledger_unref(void *data, void *owner);

/* Nothing is left. */
bool ledger_balanced(const struct ledger *ledger);

#endif
