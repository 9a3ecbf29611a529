/* SPDX-License-Identifier: MIT
 *
 * L1: the output queue of a connection, a chain of chunks. Small payloads are
 * copied behind each other into chunks of one size, which a loop keeps for
 * reuse, so that many messages leave in one write; large ones are held by a
 * reference and never copied. It writes nothing itself: output.c takes an iovec
 * from it and says how much went out.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK_CAPACITY 2000
#define SMALL_CAPACITY 464
/* One for each connection in a turn that serves a crowd. Without a pool of that size
 * the heap would shrink and grow in each, and pages come at ten times their price. */
#define POOL_MAX 16384

/* Keeps a chunk, or frees it. */
static void shelve(struct wsc_chunk_shelf *shelf, struct wsc_chunk *chunk)
{
	if (shelf->count >= POOL_MAX) {
		free(chunk);
		return;
	}
	chunk->next = shelf->first;
	shelf->first = chunk;
	shelf->count++;
}

/* A chunk that was kept; NULL: there is none. */
static struct wsc_chunk *unshelve(struct wsc_chunk_shelf *shelf)
{
	struct wsc_chunk *chunk = shelf->first;

	if (chunk) {
		shelf->first = chunk->next;
		shelf->count--;
		shelf->least = shelf->count < shelf->least ? shelf->count : shelf->least;
	}
	return chunk;
}

/* Frees as many. */
static void clear_shelf(struct wsc_chunk_shelf *shelf, size_t count)
{
	for (; count > 0; count--) {
		free(unshelve(shelf));
	}
	shelf->least = shelf->count;
}

/* The first of a queue is small, if that will do: most queues have no other, and in
 * a turn that writes to thousands the processor's caches hold more of those. */
static inline struct wsc_chunk *chunk_new(struct wsc_chunk_pool *pool, size_t capacity, bool first)
{
	struct wsc_chunk *chunk = NULL;

	if (first && capacity <= SMALL_CAPACITY) {
		capacity = SMALL_CAPACITY;
		chunk = unshelve(&pool->small);
	} else if (capacity <= CHUNK_CAPACITY) {
		capacity = CHUNK_CAPACITY;
		chunk = unshelve(&pool->own);
	}
	if (!chunk) {
		chunk = wsc_malloc(sizeof *chunk + capacity);
		if (!chunk) {
			return NULL;
		}
		chunk->capacity = capacity;
	}
	chunk->next = NULL;
	chunk->owner = NULL;
	chunk->bytes = chunk->own;
	chunk->length = 0;
	chunk->room = chunk->capacity;
	return chunk;
}

static void chunk_free(struct wsc_chunk_pool *pool, struct wsc_chunk *chunk)
{
	if (chunk->owner) {
		pool->hooks->payload_unref(pool->data, chunk->owner);
		shelve(&pool->held, chunk);
	} else if (chunk->capacity == SMALL_CAPACITY) {
		shelve(&pool->small, chunk);
	} else if (chunk->capacity == CHUNK_CAPACITY) {
		shelve(&pool->own, chunk);
	} else {
		free(chunk);
	}
}

static void append(struct wsc_outq *outq, struct wsc_chunk *chunk)
{
	if (outq->tail) {
		outq->tail->next = chunk;
	} else {
		outq->head = chunk;
	}
	outq->tail = chunk;
}

/* Fills the free end of the last chunk. */
static void fill(struct wsc_outq *outq, struct wsc_chunk *chunk, const char *bytes, size_t length)
{
	memcpy(chunk->own + (chunk->capacity - chunk->room), bytes, length);
	chunk->length += length;
	chunk->room -= length;
	outq->bytes += length;
}

bool wsc_outq_copy(struct wsc_outq *outq, struct wsc_chunk_pool *pool, const char *bytes, size_t length)
{
	struct wsc_chunk *tail = outq->tail;
	size_t count = tail && tail->room < length ? tail->room : tail ? length : 0;
	struct wsc_chunk *chunk = NULL;

	if (count < length) {
		chunk = chunk_new(pool, length - count, !tail);
		if (!chunk) {
			return false;
		}
	}
	if (count > 0) {
		fill(outq, tail, bytes, count);
	}
	if (chunk) {
		append(outq, chunk);
		fill(outq, chunk, bytes + count, length - count);
	}
	return true;
}

char *wsc_outq_extend(struct wsc_outq *outq, struct wsc_chunk_pool *pool, size_t size)
{
	struct wsc_chunk *chunk = chunk_new(pool, size, !outq->tail);

	if (!chunk) {
		return NULL;
	}
	append(outq, chunk);
	return chunk->own;
}

bool wsc_outq_hold(struct wsc_outq *outq, struct wsc_chunk_pool *pool, const char *bytes, size_t length, void *owner)
{
	struct wsc_chunk *chunk = unshelve(&pool->held);

	if (!chunk) {
		chunk = wsc_malloc(sizeof *chunk);
	}
	if (!chunk) {
		return false;
	}
	pool->hooks->payload_ref(pool->data, owner);
	chunk->next = NULL;
	chunk->owner = owner;
	chunk->bytes = bytes;
	chunk->length = length;
	chunk->room = 0;
	chunk->capacity = 0;
	append(outq, chunk);
	outq->bytes += length;
	return true;
}

int wsc_outq_iovec(const struct wsc_outq *outq, struct iovec *vector, int size, size_t *offered)
{
	const struct wsc_chunk *chunk = outq->head;
	int count = 0;

	*offered = 0;
	for (; chunk && count < size; chunk = chunk->next) {
		vector[count].iov_base = (void *) (uintptr_t) chunk->bytes;
		vector[count].iov_len = chunk->length;
		*offered += chunk->length;
		count++;
	}
	return count;
}

static void drop_head(struct wsc_outq *outq, struct wsc_chunk_pool *pool)
{
	struct wsc_chunk *chunk = outq->head;

	outq->head = chunk->next;
	if (!outq->head) {
		outq->tail = NULL;
	}
	outq->bytes -= chunk->length;
	chunk_free(pool, chunk);
}

void wsc_outq_drain(struct wsc_outq *outq, struct wsc_chunk_pool *pool, size_t sent)
{
	while (sent > 0) {
		struct wsc_chunk *chunk = outq->head;

		if (sent < chunk->length) {
			chunk->bytes += sent;
			chunk->length -= sent;
			outq->bytes -= sent;
			return;
		}
		sent -= chunk->length;
		drop_head(outq, pool);
	}
}

void wsc_outq_clear(struct wsc_outq *outq, struct wsc_chunk_pool *pool)
{
	struct wsc_chunk *chunk = outq->head;

	outq->head = NULL;
	outq->tail = NULL;
	outq->bytes = 0;
	while (chunk) {
		struct wsc_chunk *next = chunk->next;

		chunk_free(pool, chunk);
		chunk = next;
	}
}

void wsc_outq_pool_trim(struct wsc_chunk_pool *pool)
{
	clear_shelf(&pool->small, pool->small.least);
	clear_shelf(&pool->own, pool->own.least);
	clear_shelf(&pool->held, pool->held.least);
}

void wsc_outq_pool_dtor(struct wsc_chunk_pool *pool)
{
	clear_shelf(&pool->small, pool->small.count);
	clear_shelf(&pool->own, pool->own.count);
	clear_shelf(&pool->held, pool->held.count);
}
