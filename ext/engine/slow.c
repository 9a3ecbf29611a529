/* SPDX-License-Identifier: MIT
 *
 * L2: connections that take less than they are sent. With a slow_policy that drops
 * messages, and for wsc_conn_send_latest(), a message that can't be written at once
 * waits in the backlog, whole and not compressed; the output queue is refilled from
 * there whenever the kernel has taken it. So what is dropped has never begun, and a
 * compressor with context takeover has never seen it. Connections that keep up, and
 * all of them with the policy `close`, have no backlog.
 *
 * Called by output.c, conn.c and server.c; queues only.
 */
#include "internal.h"

/* What its options mean for one send, so that this need not ask for each of them. */
void wsc_slow_prepare(struct wsc_server *server)
{
	struct wsc_options *options = &server->options;

	if (options->low_water_mark > options->high_water_mark) {
		options->low_water_mark = options->high_water_mark;
	}
	server->easy_bytes =
		options->slow_policy == WSC_SLOW_close && !(options->idle_timeout > 0) ? options->max_queued_bytes : 0;
	server->notable_bytes = options->high_water_mark < WSC_FLUSH_EARLY ? options->high_water_mark + 1 : WSC_FLUSH_EARLY;
}

bool wsc_slow_waits(const struct wsc_conn *conn)
{
	const struct wsc_options *options = &conn->server->options;

	return wsc_slow_waiting(conn) || (options->slow_policy != WSC_SLOW_close &&
	                                  (conn->blocked || conn->output.bytes >= options->max_queued_bytes));
}

/* ---- dropping ---------------------------------------------------------------- */

static void count_dropped(struct wsc_conn *conn)
{
	struct wsc_aside *aside = wsc_conn_aside(conn);

	conn->server->slow.dropped++;
	if (aside) {
		aside->dropped++;
	}
}

static void drop(struct wsc_conn *conn, struct wsc_waiting *waiting)
{
	struct wsc_server *server = conn->server;
	uint64_t before = wsc_output_queued(conn);

	wsc_backlog_remove(&conn->aside->backlog, &server->loop->chunks, waiting);
	server->queued_bytes -= before - wsc_output_queued(conn);
	count_dropped(conn);
}

/* Drops the oldest until less than `limit` is queued, or none is left. */
static void make_room(struct wsc_conn *conn, uint64_t limit)
{
	struct wsc_waiting *oldest;

	while (conn->aside && wsc_output_queued(conn) >= limit && (oldest = wsc_backlog_oldest(&conn->aside->backlog))) {
		drop(conn, oldest);
	}
}

/* A good part of the queue at once, as finding the longest one takes a look at all. */
bool wsc_slow_shed(struct wsc_conn *conn)
{
	uint8_t policy = conn->server->options.slow_policy;
	uint64_t goal = wsc_output_queued(conn) / 8 * 7;
	bool shed = false;
	struct wsc_waiting *waiting;

	while (policy != WSC_SLOW_close && conn->aside && (!shed || wsc_output_queued(conn) > goal)) {
		waiting = policy == WSC_SLOW_drop_newest ? wsc_backlog_newest(&conn->aside->backlog)
		                                         : wsc_backlog_oldest(&conn->aside->backlog);
		if (!waiting) {
			break;
		}
		drop(conn, waiting);
		shed = true;
	}
	if (shed && conn->above) {
		wsc_slow_lowered(conn);
	}
	return shed;
}

void wsc_slow_give_up(struct wsc_conn *conn)
{
	static const char reason[] = "Too slow";

	conn->server->slow.closed++;
	wsc_ending_note(conn, WSC_BY_SERVER, WSC_CLOSE_POLICY, reason, sizeof reason - 1);
	wsc_conn_finish(conn, true);
}

static bool give_up(struct wsc_conn *conn)
{
	char address[WSC_ADDRESS_SIZE];

	wsc_conn_address(conn, address);
	wsc_server_log(conn->server, WSC_LOG_warning,
	               "connection %llu (%s) dropped: it does not read, %llu bytes are queued (max_queued_bytes %llu)",
	               (unsigned long long) conn->id, address, (unsigned long long) wsc_output_queued(conn),
	               (unsigned long long) conn->server->options.max_queued_bytes);
	wsc_slow_give_up(conn);
	return false;
}

/* ---- admission ------------------------------------------------------------------ */

/* Writes first, so that only a peer that does not read is ever found too slow. */
bool wsc_slow_admit(struct wsc_conn *conn, bool droppable)
{
	const struct wsc_options *options = &conn->server->options;
	uint64_t limit = options->max_queued_bytes;

	if (wsc_output_queued(conn) < limit) {
		return true;
	}
	conn->blocked = false;
	wsc_output_flush(conn);
	if (conn->state == WSC_CONN_CLOSED) {
		return false;
	}
	if (options->slow_policy == WSC_SLOW_drop_oldest) {
		make_room(conn, limit);
	}
	if (wsc_output_queued(conn) < limit) {
		return true;
	}
	if (droppable && options->slow_policy == WSC_SLOW_drop_oldest) {
		return true; /* the newest is kept, whatever is under way before it */
	}
	if (droppable && options->slow_policy == WSC_SLOW_drop_newest) {
		count_dropped(conn);
		return false;
	}
	return give_up(conn);
}

/* A Pong is not dropped, or a slow reader would take us for dead; but one who
 * takes nothing at all can't have us queue them without a bound. */
bool wsc_slow_admit_control(struct wsc_conn *conn, size_t length)
{
	const struct wsc_options *options = &conn->server->options;

	if (options->slow_policy == WSC_SLOW_close || wsc_output_queued(conn) < options->max_queued_bytes) {
		return wsc_slow_admit(conn, false);
	}
	if (!wsc_conn_aside(conn)) {
		return wsc_conn_out_of_memory(conn);
	}
	conn->aside->control += length + 2;
	return conn->aside->control <= options->max_queued_bytes + WSC_FLUSH_EARLY || give_up(conn);
}

/* ---- the backlog ------------------------------------------------------------------ */

bool wsc_slow_add(struct wsc_conn *conn, const struct wsc_waiting *message)
{
	struct wsc_server *server = conn->server;
	struct wsc_aside *aside = wsc_conn_aside(conn);
	struct wsc_waiting *same;
	struct wsc_waiting kept = *message;
	uint64_t before;

	if (!aside) {
		return wsc_conn_out_of_memory(conn);
	}
	same = message->key ? wsc_backlog_find(&aside->backlog, message->key, message->key_length) : NULL;
	if (same) {
		server->slow.replaced++;
	} else if (message->opcode != 0 && !wsc_slow_admit(conn, true)) {
		return false;
	}
	if (kept.length < WSC_HOLD_MIN) {
		kept.owner = NULL;
	}
	before = wsc_output_queued(conn);
	if (!wsc_backlog_add(&aside->backlog, &server->loop->chunks, &kept, same)) {
		return wsc_conn_out_of_memory(conn);
	}
	server->queued_bytes += wsc_output_queued(conn) - before;
	return wsc_output_grown(conn);
}

bool wsc_slow_refill(struct wsc_conn *conn)
{
	struct wsc_server *server = conn->server;
	struct wsc_backlog *backlog = &conn->aside->backlog;
	struct wsc_waiting *first;

	while (conn->output.bytes < WSC_FLUSH_EARLY && (first = wsc_backlog_first(backlog))) {
		uint64_t before = backlog->bytes;

		if (!wsc_output_append(conn, first->opcode, first->bytes, first->length, first->owner)) {
			return wsc_conn_out_of_memory(conn);
		}
		wsc_backlog_remove(backlog, &server->loop->chunks, first);
		server->queued_bytes -= before - backlog->bytes;
	}
	return true;
}

/* ---- water marks --------------------------------------------------------------------- */

void wsc_slow_lowered(struct wsc_conn *conn)
{
	if (wsc_output_queued(conn) > conn->server->options.low_water_mark) {
		return;
	}
	conn->above = false;
	if (conn->state == WSC_CONN_OPEN && conn->opened && wsc_conn_aside(conn) &&
	    !wsc_list_linked(&conn->aside->draining)) {
		wsc_list_push(&conn->server->loop->draining, &conn->aside->draining);
	}
}
