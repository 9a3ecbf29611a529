/* SPDX-License-Identifier: MIT
 *
 * L1: what is still to be sent: the queue of bytes, and the messages that wait in front
 * of it. A part of internal.h, which includes it.
 */
#ifndef WSC_OUTQ_H
#define WSC_OUTQ_H

#include "list.h"
#include "os.h"
#include "wsc.h"

/* ---- outq.c: what is still to be sent ----------------------------------- */

struct wsc_chunk {
	struct wsc_chunk *next;
	void *owner;       /* a held payload; NULL: the bytes are in own[]                   */
	const char *bytes; /* the first that is not sent yet                                 */
	size_t length;     /* how many are left                                              */
	size_t room;       /* free bytes behind them in own[]                                */
	size_t capacity;   /* of own[]                                                       */
	char own[];
};

/* Chunks that are kept for the next send. */
struct wsc_chunk_shelf {
	struct wsc_chunk *first;
	size_t count;
	size_t least; /* the fewest since the last trim: so many are not needed         */
};

/* One a loop. */
struct wsc_chunk_pool {
	struct wsc_chunk_shelf small;  /* with a small own[]                                    */
	struct wsc_chunk_shelf own;    /* with a usual one                                      */
	struct wsc_chunk_shelf held;   /* with none, for held payloads                          */
	const struct wsc_hooks *hooks; /* how to give back a held payload                       */
	void *data;
};

struct wsc_outq {
	struct wsc_chunk *head;
	struct wsc_chunk *tail;
	uint64_t bytes; /* unsent, over all chunks */
};

/* Both append, or return false without a change when there is no memory. */
bool wsc_outq_copy(struct wsc_outq *outq, struct wsc_chunk_pool *pool, const char *bytes, size_t length);
bool wsc_outq_hold(struct wsc_outq *outq, struct wsc_chunk_pool *pool, const char *bytes, size_t length, void *owner);
/* A new chunk with `size` free bytes at least; NULL: no memory. */
char *wsc_outq_extend(struct wsc_outq *outq, struct wsc_chunk_pool *pool, size_t size);

/* `size` bytes behind all that is queued, to be filled at once and committed, as
 * many as it were; NULL: no memory. For what is short, as it may waste room. */
static inline char *wsc_outq_reserve(struct wsc_outq *outq, struct wsc_chunk_pool *pool, size_t size)
{
	struct wsc_chunk *chunk = outq->tail;

	if (chunk && chunk->room >= size) {
		return chunk->own + (chunk->capacity - chunk->room);
	}
	return wsc_outq_extend(outq, pool, size);
}

static inline void wsc_outq_commit(struct wsc_outq *outq, size_t length)
{
	outq->tail->length += length;
	outq->tail->room -= length;
	outq->bytes += length;
}

/* Fills in at most `size` parts, returns how many; *offered: their bytes together. */
int wsc_outq_iovec(const struct wsc_outq *outq, struct iovec *vector, int size, size_t *offered);
void wsc_outq_drain(struct wsc_outq *outq, struct wsc_chunk_pool *pool, size_t sent);
void wsc_outq_clear(struct wsc_outq *outq, struct wsc_chunk_pool *pool);
void wsc_outq_pool_trim(struct wsc_chunk_pool *pool); /* once a sweep: frees what was not needed since */
void wsc_outq_pool_dtor(struct wsc_chunk_pool *pool);

/* ---- backlog.c: messages that wait in front of the queue ------------------ */

/* One message, whole and not yet compressed. */
struct wsc_waiting {
	struct wsc_list siblings; /* in backlog->messages                                         */
	void *owner;              /* a held payload; NULL: the bytes are in own[]                 */
	const char *bytes;
	size_t length;
	const char *key; /* in own[]; NULL: none                                         */
	size_t key_length;
	uint8_t opcode; /* 0: bytes as they are, such as a Close, which are never dropped */
	char own[];
};

struct wsc_backlog {
	struct wsc_list messages; /* the oldest first                                             */
	void *keys;               /* those with a key, a tree of <search.h>                       */
	uint64_t bytes;           /* of all, and what it takes to keep them                       */
};

void wsc_backlog_init(struct wsc_backlog *backlog);
void wsc_backlog_clear(struct wsc_backlog *backlog, struct wsc_chunk_pool *pool);
/* Adds a message at the end, or in the place of `instead`, which is freed and had
 * the same key. owner NULL copies. false: no memory, and nothing was changed. */
bool wsc_backlog_add(struct wsc_backlog *backlog, struct wsc_chunk_pool *pool, const struct wsc_waiting *message,
                     struct wsc_waiting *instead);
struct wsc_waiting *wsc_backlog_find(const struct wsc_backlog *backlog, const char *key, size_t key_length);
struct wsc_waiting *wsc_backlog_first(const struct wsc_backlog *backlog);
/* Of those that may be dropped. NULL: there is none. */
struct wsc_waiting *wsc_backlog_oldest(const struct wsc_backlog *backlog);
struct wsc_waiting *wsc_backlog_newest(const struct wsc_backlog *backlog);
void wsc_backlog_remove(struct wsc_backlog *backlog, struct wsc_chunk_pool *pool, struct wsc_waiting *waiting);

#endif
