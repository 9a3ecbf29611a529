/* SPDX-License-Identifier: MIT
 *
 * L1: messages that wait in front of an output queue: whole, and not compressed,
 * so that any of them can be dropped or another be put in its place. Only what
 * moves from here into the queue has begun. It decides nothing: slow.c does.
 */
#include "internal.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
	const struct wsc_waiting *first = a, *second = b;

	if (first->key_length != second->key_length) {
		return first->key_length < second->key_length ? -1 : 1;
	}
	return memcmp(first->key, second->key, first->key_length);
}

/* What keeping it takes: many small messages must not cost more than is counted. */
static uint64_t cost_of(const struct wsc_waiting *waiting)
{
	return sizeof *waiting + waiting->key_length + waiting->length;
}

void wsc_backlog_init(struct wsc_backlog *backlog)
{
	wsc_list_init(&backlog->messages);
	backlog->keys = NULL;
	backlog->bytes = 0;
}

struct wsc_waiting *wsc_backlog_find(const struct wsc_backlog *backlog, const char *key, size_t key_length)
{
	struct wsc_waiting wanted = {.key = key, .key_length = key_length};
	struct wsc_waiting **found = tfind(&wanted, &backlog->keys, compare);

	return found ? *found : NULL;
}

/* A copy of its own of what is to be kept; NULL: no memory. */
static struct wsc_waiting *make(struct wsc_chunk_pool *pool, const struct wsc_waiting *message)
{
	size_t copied = message->owner ? 0 : message->length;
	struct wsc_waiting *waiting = wsc_malloc(sizeof *waiting + message->key_length + copied);

	if (!waiting) {
		return NULL;
	}
	*waiting = *message;
	wsc_list_init(&waiting->siblings);
	if (message->key) {
		memcpy(waiting->own, message->key, message->key_length);
		waiting->key = waiting->own;
	}
	if (message->owner) {
		pool->hooks->payload_ref(pool->data, message->owner);
	} else {
		if (copied > 0) {
			memcpy(waiting->own + message->key_length, message->bytes, copied);
		}
		waiting->bytes = waiting->own + message->key_length;
	}
	return waiting;
}

static void release(struct wsc_chunk_pool *pool, struct wsc_waiting *waiting)
{
	if (waiting->owner) {
		pool->hooks->payload_unref(pool->data, waiting->owner);
	}
	free(waiting);
}

bool wsc_backlog_add(struct wsc_backlog *backlog, struct wsc_chunk_pool *pool, const struct wsc_waiting *message,
                     struct wsc_waiting *instead)
{
	struct wsc_waiting *waiting = make(pool, message);

	if (!waiting) {
		return false;
	}
	if (instead) {
		/* The node of the tree stays: the two are equal to it. */
		struct wsc_waiting **node = tfind(instead, &backlog->keys, compare);

		*node = waiting;
		wsc_list_push(&instead->siblings, &waiting->siblings); /* in front of it */
		backlog->bytes += cost_of(waiting);
		backlog->bytes -= cost_of(instead);
		wsc_list_remove(&instead->siblings);
		release(pool, instead);
		return true;
	}
	if (waiting->key && (wsc_fault_memory() || !tsearch(waiting, &backlog->keys, compare))) {
		release(pool, waiting);
		return false;
	}
	wsc_list_push(&backlog->messages, &waiting->siblings);
	backlog->bytes += cost_of(waiting);
	return true;
}

void wsc_backlog_remove(struct wsc_backlog *backlog, struct wsc_chunk_pool *pool, struct wsc_waiting *waiting)
{
	if (waiting->key) {
		tdelete(waiting, &backlog->keys, compare);
	}
	wsc_list_remove(&waiting->siblings);
	backlog->bytes -= cost_of(waiting);
	release(pool, waiting);
}

void wsc_backlog_clear(struct wsc_backlog *backlog, struct wsc_chunk_pool *pool)
{
	struct wsc_waiting *waiting;

	while ((waiting = wsc_backlog_first(backlog))) {
		wsc_backlog_remove(backlog, pool, waiting);
	}
}

/* ---- which one -------------------------------------------------------------- */

struct wsc_waiting *wsc_backlog_first(const struct wsc_backlog *backlog)
{
	return wsc_list_empty(&backlog->messages) ? NULL
	                                          : WSC_CONTAINER(backlog->messages.next, struct wsc_waiting, siblings);
}

struct wsc_waiting *wsc_backlog_oldest(const struct wsc_backlog *backlog)
{
	struct wsc_list *node;

	for (node = backlog->messages.next; node != &backlog->messages; node = node->next) {
		struct wsc_waiting *waiting = WSC_CONTAINER(node, struct wsc_waiting, siblings);

		if (waiting->opcode != 0) {
			return waiting;
		}
	}
	return NULL;
}

struct wsc_waiting *wsc_backlog_newest(const struct wsc_backlog *backlog)
{
	struct wsc_list *node;

	for (node = backlog->messages.prev; node != &backlog->messages; node = node->prev) {
		struct wsc_waiting *waiting = WSC_CONTAINER(node, struct wsc_waiting, siblings);

		if (waiting->opcode != 0) {
			return waiting;
		}
	}
	return NULL;
}
