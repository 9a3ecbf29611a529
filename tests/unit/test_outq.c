/* SPDX-License-Identifier: MIT
 *
 * outq.c: what is put in comes out in that order, whether it was copied or
 * held and however little of it is drained at a time; each reference comes
 * back; chunks are used again.
 */
#include "../../ext/engine/outq.c"

#include "frames.h"
#include "harness.h"
#include "ledger.h"

static const struct wsc_hooks hooks = {
	.payload_alloc = ledger_alloc,
	.payload_resize = ledger_resize,
	.payload_ref = ledger_ref,
	.payload_unref = ledger_unref,
};

struct queue {
	struct ledger ledger;
	struct wsc_chunk_pool pool;
	struct wsc_outq outq;
	char *expected; /* everything that was put in … */
	size_t length;
	size_t drained; /* … and how much came out      */
};

static void queue_init(struct queue *queue)
{
	memset(queue, 0, sizeof *queue);
	queue->pool.hooks = &hooks;
	queue->pool.data = &queue->ledger;
}

static void queue_dtor(struct queue *queue)
{
	wsc_outq_clear(&queue->outq, &queue->pool);
	CHECK(queue->outq.bytes == 0 && queue->outq.head == NULL && queue->outq.tail == NULL);
	CHECK(ledger_balanced(&queue->ledger));
	wsc_outq_pool_dtor(&queue->pool);
	CHECK(queue->pool.own.first == NULL && queue->pool.own.count == 0);
	free(queue->expected);
}

/* The next bytes of the alphabet, at the end of what is expected. */
static void expect_more(struct queue *queue, size_t length)
{
	queue->expected = realloc(queue->expected, queue->length + length + 1);
	for (size_t i = 0; i < length; i++) {
		queue->expected[queue->length + i] = frames_byte(queue->length + i);
	}
	queue->length += length;
}

static void put_copy(struct queue *queue, size_t length)
{
	char *bytes;

	expect_more(queue, length);
	bytes = harness_copy(queue->expected + queue->length - length, length);
	CHECK(wsc_outq_copy(&queue->outq, &queue->pool, bytes, length));
	free(bytes);
}

/* The queue's reference is the only one that is left. */
static void put_hold(struct queue *queue, size_t length)
{
	char *bytes;
	void *owner = ledger_alloc(&queue->ledger, length, &bytes);

	expect_more(queue, length);
	memcpy(bytes, queue->expected + queue->length - length, length);
	CHECK(wsc_outq_hold(&queue->outq, &queue->pool, bytes, length, owner));
	ledger_unref(&queue->ledger, owner);
}

/* What the iovec shows is what is still expected, as far as `size` parts go. */
static void check_iovec(const struct queue *queue, int size)
{
	struct iovec vector[64];
	size_t offered;
	int count = wsc_outq_iovec(&queue->outq, vector, size, &offered);
	size_t at = queue->drained;
	bool same = true;

	CHECKF(count <= size, "%d", count);
	for (int i = 0; i < count; i++) {
		same = same && vector[i].iov_len > 0 && at + vector[i].iov_len <= queue->length &&
		       memcmp(vector[i].iov_base, queue->expected + at, vector[i].iov_len) == 0;
		at += vector[i].iov_len;
	}
	CHECKF(same, "drained %zu of %zu", queue->drained, queue->length);
	CHECKF(offered == at - queue->drained, "%zu", offered);
	CHECKF(count == size || at == queue->length, "%zu of %zu in %d parts", at, queue->length, count);
	CHECK(queue->outq.bytes == queue->length - queue->drained);
}

static void drain(struct queue *queue, size_t count)
{
	wsc_outq_drain(&queue->outq, &queue->pool, count);
	queue->drained += count;
}

static void nothing(void)
{
	struct queue queue;
	struct iovec vector[4];
	size_t offered;

	queue_init(&queue);
	CHECK(wsc_outq_iovec(&queue.outq, vector, 4, &offered) == 0);
	wsc_outq_drain(&queue.outq, &queue.pool, 0);
	queue_dtor(&queue);
}

static void order_of_copies_and_holds(void)
{
	struct queue queue;

	queue_init(&queue);
	put_copy(&queue, 10);
	put_hold(&queue, 5000);
	put_copy(&queue, 2);
	put_copy(&queue, 3);
	put_hold(&queue, 7);
	put_hold(&queue, 1);
	put_copy(&queue, 9000);
	put_copy(&queue, 1);
	for (int size = 0; size <= 10; size++) {
		check_iovec(&queue, size);
	}
	queue_dtor(&queue);
}

static void small_copies_share_a_chunk(void)
{
	struct iovec vector[64];
	size_t offered;
	struct queue queue;

	queue_init(&queue);
	for (int i = 0; i < 1000; i++) {
		put_copy(&queue, 20);
	}
	/* the first is small */
	CHECKF(wsc_outq_iovec(&queue.outq, vector, 64, &offered) == 20000 / CHUNK_CAPACITY + 1, "%d",
	       wsc_outq_iovec(&queue.outq, vector, 64, &offered));
	check_iovec(&queue, 64);
	queue_dtor(&queue);
}

static void held_bytes_are_not_copied(void)
{
	struct iovec vector[2];
	size_t offered;
	struct queue queue;
	char *bytes;
	void *owner;

	queue_init(&queue);
	owner = ledger_alloc(&queue.ledger, 100, &bytes);
	CHECK(wsc_outq_hold(&queue.outq, &queue.pool, bytes + 10, 50, owner));
	CHECK(queue.ledger.refs == 2);
	CHECK(wsc_outq_iovec(&queue.outq, vector, 2, &offered) == 1 && vector[0].iov_base == bytes + 10);
	wsc_outq_drain(&queue.outq, &queue.pool, 49);
	CHECK(queue.ledger.refs == 2);
	wsc_outq_drain(&queue.outq, &queue.pool, 1);
	CHECK(queue.ledger.refs == 1);
	ledger_unref(&queue.ledger, owner);
	queue_dtor(&queue);
}

static void drain_by_every_amount(void)
{
	for (size_t amount = 1; amount <= 4400; amount += amount < 40 ? 1 : 109) {
		struct queue queue;

		queue_init(&queue);
		put_copy(&queue, 1);
		put_hold(&queue, 33);
		put_copy(&queue, 2100);
		put_hold(&queue, 2200);
		put_copy(&queue, 66);
		while (queue.drained < queue.length) {
			size_t rest = queue.length - queue.drained;

			drain(&queue, amount < rest ? amount : rest);
			check_iovec(&queue, 64);
		}
		CHECK(queue.outq.head == NULL && queue.outq.tail == NULL);
		CHECK(ledger_balanced(&queue.ledger));
		queue_dtor(&queue);
	}
}

static void append_behind_a_drained_part(void)
{
	struct queue queue;

	queue_init(&queue);
	put_copy(&queue, 1500);
	drain(&queue, 1000);
	put_copy(&queue, 1200);
	check_iovec(&queue, 64);
	drain(&queue, 700);
	put_copy(&queue, 1);
	check_iovec(&queue, 64);
	queue_dtor(&queue);
}

static void chunks_are_used_again(void)
{
	struct queue queue;
	struct wsc_chunk *chunk;

	queue_init(&queue);
	put_copy(&queue, 5);
	chunk = queue.outq.head;
	drain(&queue, 5);
	CHECK(queue.pool.small.first == chunk && queue.pool.small.count == 1);
	put_copy(&queue, 7);
	CHECK(queue.outq.head == chunk && queue.pool.small.count == 0);
	check_iovec(&queue, 64);
	/* A larger one is made, and not kept. */
	put_copy(&queue, CHUNK_CAPACITY * 3);
	check_iovec(&queue, 64);
	drain(&queue, queue.length - queue.drained);
	CHECK(queue.pool.small.first == chunk && queue.pool.small.count == 1 && queue.pool.own.count == 0);
	queue_dtor(&queue);
}

/* What a pool of chunks does not take is freed (LeakSanitizer sees that). */
static void the_pool_is_bounded(void)
{
	struct queue queue;

	queue_init(&queue);
	for (int i = 0; i < POOL_MAX + 50; i++) {
		CHECK(wsc_outq_extend(&queue.outq, &queue.pool, CHUNK_CAPACITY) != NULL);
	}
	wsc_outq_clear(&queue.outq, &queue.pool);
	CHECKF(queue.pool.own.count == POOL_MAX, "%zu", queue.pool.own.count);
	queue_dtor(&queue);
}

/* What nothing was taken of since the last trim goes with the next one. */
static void chunks_of_no_use_go(void)
{
	struct queue queue;

	queue_init(&queue);
	for (int i = 0; i < 10; i++) {
		put_copy(&queue, CHUNK_CAPACITY);
	}
	drain(&queue, queue.length - queue.drained);
	wsc_outq_pool_trim(&queue.pool);
	CHECKF(queue.pool.own.count == 10, "%zu", queue.pool.own.count); /* all were in use */
	for (int i = 0; i < 3; i++) {
		put_copy(&queue, CHUNK_CAPACITY);
	}
	drain(&queue, queue.length - queue.drained);
	wsc_outq_pool_trim(&queue.pool);
	CHECKF(queue.pool.own.count == 3, "%zu", queue.pool.own.count);
	wsc_outq_pool_trim(&queue.pool);
	CHECKF(queue.pool.own.count == 0, "%zu", queue.pool.own.count);
	queue_dtor(&queue);
}

/* A linear congruential generator: the same numbers everywhere. */
static uint32_t next_random(uint32_t *state, uint32_t limit)
{
	*state = *state * 1664525 + 1013904223;
	return (*state >> 8) % limit;
}

static void random_operations(void)
{
	for (uint32_t seed = 1; seed <= 20; seed++) {
		uint32_t state = seed;
		struct queue queue;

		queue_init(&queue);
		for (int i = 0; i < 400; i++) {
			size_t rest = queue.length - queue.drained;

			switch (next_random(&state, 4)) {
			case 0:
				put_copy(&queue, 1 + next_random(&state, 100));
				break;
			case 1:
				put_copy(&queue, 1 + next_random(&state, 5000));
				break;
			case 2:
				put_hold(&queue, 1 + next_random(&state, 5000));
				break;
			default:
				drain(&queue, next_random(&state, (uint32_t) (rest < 8000 ? rest : 8000) + 1));
				break;
			}
			check_iovec(&queue, 1 + (int) next_random(&state, 64));
		}
		queue_dtor(&queue);
	}
}

void test_outq(void)
{
	RUN(nothing);
	RUN(order_of_copies_and_holds);
	RUN(small_copies_share_a_chunk);
	RUN(held_bytes_are_not_copied);
	RUN(drain_by_every_amount);
	RUN(append_behind_a_drained_part);
	RUN(chunks_are_used_again);
	RUN(the_pool_is_bounded);
	RUN(chunks_of_no_use_go);
	RUN(random_operations);
}
