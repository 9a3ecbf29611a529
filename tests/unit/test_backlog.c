/* SPDX-License-Identifier: MIT
 *
 * backlog.c: messages keep their borders and their order; what is dropped is
 * whole, and never what must not be; a message takes the place of the one with
 * its key; each reference comes back, and what it all takes is counted.
 */
#include "../../ext/engine/backlog.c"

#include "harness.h"
#include "ledger.h"

#include <stdio.h>

static const struct wsc_hooks hooks = {
	.payload_alloc = ledger_alloc,
	.payload_resize = ledger_resize,
	.payload_ref = ledger_ref,
	.payload_unref = ledger_unref,
};

struct lot {
	struct ledger ledger;
	struct wsc_chunk_pool pool;
	struct wsc_backlog backlog;
};

static void lot_init(struct lot *lot)
{
	memset(lot, 0, sizeof *lot);
	lot->pool.hooks = &hooks;
	lot->pool.data = &lot->ledger;
	wsc_backlog_init(&lot->backlog);
}

static void lot_dtor(struct lot *lot)
{
	wsc_backlog_clear(&lot->backlog, &lot->pool);
	CHECK(lot->backlog.bytes == 0 && lot->backlog.keys == NULL && wsc_list_empty(&lot->backlog.messages));
	CHECK(ledger_balanced(&lot->ledger));
}

static void add(struct lot *lot, uint8_t opcode, const char *text, const char *key)
{
	struct wsc_waiting message = {
		.bytes = text, .length = strlen(text), .key = key, .key_length = key ? strlen(key) : 0, .opcode = opcode};

	CHECK(wsc_backlog_add(&lot->backlog, &lot->pool, &message,
	                      key ? wsc_backlog_find(&lot->backlog, key, strlen(key)) : NULL));
}

/* The messages in their order, a space behind each; and the sum agrees. */
static void check(const struct lot *lot, const char *expected)
{
	struct wsc_list *node;
	char text[1000] = "";
	uint64_t bytes = 0;

	for (node = lot->backlog.messages.next; node != &lot->backlog.messages; node = node->next) {
		struct wsc_waiting *waiting = WSC_CONTAINER(node, struct wsc_waiting, siblings);

		snprintf(text + strlen(text), sizeof text - strlen(text), "%.*s ", (int) waiting->length, waiting->bytes);
		bytes += sizeof *waiting + waiting->key_length + waiting->length;
		CHECK(!waiting->key || wsc_backlog_find(&lot->backlog, waiting->key, waiting->key_length) == waiting);
	}
	CHECKF(strcmp(text, expected) == 0, "%s", text);
	CHECKF(lot->backlog.bytes == bytes, "%llu counted, %llu there", (unsigned long long) lot->backlog.bytes,
	       (unsigned long long) bytes);
}

static void order_and_borders(void)
{
	struct lot lot;

	lot_init(&lot);
	CHECK(wsc_backlog_first(&lot.backlog) == NULL && wsc_backlog_oldest(&lot.backlog) == NULL &&
	      wsc_backlog_newest(&lot.backlog) == NULL);
	add(&lot, WSC_OP_TEXT, "one", NULL);
	add(&lot, WSC_OP_TEXT, "", NULL);
	add(&lot, WSC_OP_BINARY, "three", NULL);
	check(&lot, "one  three ");
	wsc_backlog_remove(&lot.backlog, &lot.pool, wsc_backlog_first(&lot.backlog));
	check(&lot, " three ");
	CHECK(wsc_backlog_newest(&lot.backlog)->opcode == WSC_OP_BINARY);
	lot_dtor(&lot);
}

/* A Close and the like are neither the oldest nor the newest. */
static void never_dropped(void)
{
	struct lot lot;

	lot_init(&lot);
	add(&lot, 0, "raw", NULL);
	CHECK(wsc_backlog_oldest(&lot.backlog) == NULL && wsc_backlog_newest(&lot.backlog) == NULL);
	add(&lot, WSC_OP_TEXT, "a", NULL);
	add(&lot, 0, "between", NULL);
	add(&lot, WSC_OP_TEXT, "b", NULL);
	add(&lot, 0, "close", NULL);
	wsc_backlog_remove(&lot.backlog, &lot.pool, wsc_backlog_newest(&lot.backlog));
	check(&lot, "raw a between close ");
	wsc_backlog_remove(&lot.backlog, &lot.pool, wsc_backlog_oldest(&lot.backlog));
	check(&lot, "raw between close ");
	CHECK(wsc_backlog_oldest(&lot.backlog) == NULL && wsc_backlog_newest(&lot.backlog) == NULL);
	lot_dtor(&lot);
}

static void in_the_place_of_its_key(void)
{
	struct lot lot;

	lot_init(&lot);
	add(&lot, WSC_OP_TEXT, "a1", "a");
	add(&lot, WSC_OP_TEXT, "plain", NULL);
	add(&lot, WSC_OP_TEXT, "ab1", "ab");
	add(&lot, WSC_OP_TEXT, "empty1", "");
	add(&lot, WSC_OP_TEXT, "a2 is longer", "a");
	add(&lot, WSC_OP_TEXT, "", "ab");
	add(&lot, WSC_OP_TEXT, "empty2", "");
	check(&lot, "a2 is longer plain  empty2 ");
	/* Once it is on its way there is nothing to replace. */
	wsc_backlog_remove(&lot.backlog, &lot.pool, wsc_backlog_first(&lot.backlog));
	CHECK(wsc_backlog_find(&lot.backlog, "a", 1) == NULL);
	add(&lot, WSC_OP_TEXT, "a3", "a");
	check(&lot, "plain  empty2 a3 ");
	lot_dtor(&lot);
}

static void many_keys(void)
{
	struct lot lot;
	char key[20];

	lot_init(&lot);
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 2000; i++) {
			snprintf(key, sizeof key, "%d", i * 7919 % 2000);
			add(&lot, WSC_OP_TEXT, key, key);
		}
	}
	for (int i = 0; i < 2000; i++) {
		struct wsc_waiting *first = wsc_backlog_first(&lot.backlog);

		snprintf(key, sizeof key, "%d", i * 7919 % 2000);
		CHECK(first->key_length == strlen(key) && memcmp(first->key, key, first->key_length) == 0);
		wsc_backlog_remove(&lot.backlog, &lot.pool, first);
	}
	CHECK(wsc_backlog_first(&lot.backlog) == NULL);
	lot_dtor(&lot);
}

static void references(void)
{
	struct wsc_waiting message = {.opcode = WSC_OP_TEXT, .key = "k", .key_length = 1, .length = 100};
	struct lot lot;
	char *bytes;

	lot_init(&lot);
	message.owner = ledger_alloc(&lot.ledger, 100, &bytes);
	message.bytes = bytes;
	CHECK(wsc_backlog_add(&lot.backlog, &lot.pool, &message, NULL));
	CHECK(lot.ledger.refs == 2 && wsc_backlog_first(&lot.backlog)->bytes == bytes);
	CHECK(wsc_backlog_add(&lot.backlog, &lot.pool, &message, wsc_backlog_find(&lot.backlog, "k", 1)));
	CHECK(lot.ledger.refs == 2);
	wsc_backlog_remove(&lot.backlog, &lot.pool, wsc_backlog_first(&lot.backlog));
	CHECK(lot.ledger.refs == 1);
	ledger_unref(&lot.ledger, message.owner);
	lot_dtor(&lot);
}

/* Neither allocation that an addition takes may leave a half of it. */
static void no_memory(void)
{
	for (unsigned long at = 1; at <= 2; at++) {
		struct wsc_waiting message = {.bytes = "x", .length = 1, .key = "k", .key_length = 1, .opcode = WSC_OP_TEXT};
		struct lot lot;

		lot_init(&lot);
		add(&lot, WSC_OP_TEXT, "there", NULL);
		wsc_fault_fail_at(at);
		CHECK(!wsc_backlog_add(&lot.backlog, &lot.pool, &message, NULL));
		wsc_fault_fail_at(0);
		check(&lot, "there ");
		CHECK(wsc_backlog_find(&lot.backlog, "k", 1) == NULL);
		lot_dtor(&lot);
	}
}

void test_backlog(void)
{
	RUN(order_and_borders);
	RUN(never_dropped);
	RUN(in_the_place_of_its_key);
	RUN(many_keys);
	RUN(references);
	RUN(no_memory);
}
