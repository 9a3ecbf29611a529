/* SPDX-License-Identifier: MIT
 *
 * See ledger.h.
 */
#include "ledger.h"

#include "../../ext/engine/fault.h"

#include "harness.h"

struct block {
	char *bytes;
	size_t size;
	size_t refs;
};

static bool refuses(const struct ledger *ledger, size_t size)
{
	return wsc_fault_memory() || (ledger->most != 0 && size > ledger->most);
}

static void count(struct ledger *ledger, size_t added)
{
	ledger->bytes += added;
	if (ledger->bytes > ledger->peak) {
		ledger->peak = ledger->bytes;
	}
}

void *ledger_alloc(void *data, size_t size, char **bytes)
{
	struct ledger *ledger = data;
	struct block *block;

	ledger->allocs++;
	if (refuses(ledger, size)) {
		return NULL;
	}
	block = malloc(sizeof *block);
	block->bytes = malloc(size);
	block->size = size;
	block->refs = 1;
	ledger->blocks++;
	ledger->refs++;
	count(ledger, size);
	*bytes = block->bytes;
	return block;
}

void *ledger_resize(void *data, void *owner, size_t size, char **bytes)
{
	struct ledger *ledger = data;
	struct block *block = owner;
	size_t kept = size < block->size ? size : block->size;
	char *moved;

	CHECK(block->refs == 1);
	ledger->resizes++;
	if (refuses(ledger, size)) {
		return NULL;
	}
	/* It always moves. */
	moved = malloc(size);
	for (size_t i = 0; i < kept; i++) {
		moved[i] = block->bytes[i];
	}
	free(block->bytes);
	ledger->bytes -= block->size;
	block->bytes = moved;
	block->size = size;
	count(ledger, size);
	*bytes = moved;
	return block;
}

void ledger_ref(void *data, void *owner)
{
	struct ledger *ledger = data;
	struct block *block = owner;

	block->refs++;
	ledger->refs++;
}

void ledger_unref(void *data, void *owner)
{
	struct ledger *ledger = data;
	struct block *block = owner;

	block->refs--;
	ledger->refs--;
	if (block->refs == 0) {
		ledger->blocks--;
		ledger->bytes -= block->size;
		free(block->bytes);
		free(block);
	}
}

bool ledger_balanced(const struct ledger *ledger)
{
	return ledger->blocks == 0 && ledger->refs == 0 && ledger->bytes == 0;
}
