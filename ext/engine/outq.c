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
#define POOL_MAX 256
/* Of those without bytes of their own: a broadcast takes one for each connection. */
#define HELD_POOL_MAX 8192

static struct wsc_chunk *chunk_new(struct wsc_chunk_pool *pool, size_t capacity)
{
	struct wsc_chunk *chunk = pool->free;

	if (chunk && capacity <= CHUNK_CAPACITY) {
		pool->free = chunk->next;
		pool->free_count--;
	} else {
		chunk = wsc_malloc(sizeof *chunk + (capacity < CHUNK_CAPACITY ? CHUNK_CAPACITY : capacity));
		if (!chunk) {
			return NULL;
		}
		chunk->capacity = capacity < CHUNK_CAPACITY ? CHUNK_CAPACITY : capacity;
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
		if (pool->held_count >= HELD_POOL_MAX) {
			free(chunk);
			return;
		}
		chunk->next = pool->held;
		pool->held = chunk;
		pool->held_count++;
		return;
	}
	if (chunk->capacity != CHUNK_CAPACITY || pool->free_count >= POOL_MAX) {
		free(chunk);
		return;
	}
	chunk->next = pool->free;
	pool->free = chunk;
	pool->free_count++;
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
		chunk = chunk_new(pool, length - count);
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
	struct wsc_chunk *chunk = chunk_new(pool, size);

	if (!chunk) {
		return NULL;
	}
	append(outq, chunk);
	return chunk->own;
}

bool wsc_outq_hold(struct wsc_outq *outq, struct wsc_chunk_pool *pool, const char *bytes, size_t length, void *owner)
{
	struct wsc_chunk *chunk = pool->held;

	if (chunk) {
		pool->held = chunk->next;
		pool->held_count--;
	} else {
		chunk = wsc_malloc(sizeof *chunk);
		if (!chunk) {
			return false;
		}
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
	while (outq->head) {
		drop_head(outq, pool);
	}
}

static void free_all(struct wsc_chunk **list)
{
	while (*list) {
		struct wsc_chunk *chunk = *list;

		*list = chunk->next;
		free(chunk);
	}
}

void wsc_outq_pool_dtor(struct wsc_chunk_pool *pool)
{
	free_all(&pool->free);
	free_all(&pool->held);
	pool->free_count = 0;
	pool->held_count = 0;
}
