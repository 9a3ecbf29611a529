/* SPDX-License-Identifier: MIT
 *
 * The last step before a component: without `await` a plain call, with it a job for
 * a Fiber, which owns all that it needs, since the engine's hook may return before it
 * is through. Called by hooks.c and chain.c.
 */
#include "event.h"

#include "connection.h"
#include "fiber.h"

enum kind {
	OPEN,
	MESSAGE,
	DRAIN,
	CLOSE
};

struct event {
	struct wschat_job job;
	enum kind kind;
	struct wsc_conn *conn;
	struct wschat_component *component; /* one reference */
	zend_object *connection;            /* one reference */
	zval argument;                      /* the request, the message */
	bool held;
};

static zend_always_inline void call(enum kind kind, const struct wschat_component *component, zend_object *connection,
                                    zval *argument)
{
	switch (kind) {
	case OPEN:
		wschat_component_open(component, connection, Z_TYPE_P(argument) == IS_OBJECT ? Z_OBJ_P(argument) : NULL);
		break;
	case MESSAGE:
		wschat_component_message(component, connection, argument);
		break;
	case DRAIN:
		wschat_component_drain(component, connection);
		break;
	case CLOSE:
		wschat_component_close(component, connection);
		break;
	}
}

/* What is left to do when the component is through. */
static zend_always_inline void finish(enum kind kind, struct wsc_conn *conn)
{
	if (kind == CLOSE) {
		wschat_connection_detach(conn, true);
	}
}

/* ---- in a Fiber --------------------------------------------------------------------- */

static void work(struct wschat_job *job)
{
	struct event *event = (struct event *) job;

	call(event->kind, event->component, event->connection, &event->argument);
}

/* What comes next for this connection has to wait, too. */
static void waits(struct wschat_job *job)
{
	struct event *event = (struct event *) job;

	event->held = true;
	wsc_conn_hold(event->conn);
}

/* Perhaps long after the event, and perhaps with the end of the script pending. */
static void ended(struct wschat_job *job)
{
	struct event *event = (struct event *) job;

	/* At the end of the request the engine's connections may be gone before. */
	if (wschat_connection_conn(event->connection)) {
		finish(event->kind, event->conn);
		if (event->held) {
			wsc_conn_release(event->conn);
		}
	}
	zval_ptr_dtor(&event->argument);
	wschat_component_unref(event->component);
	OBJ_RELEASE(event->connection);
	efree(event);
	wschat_component_settle(NULL, "__destruct");
}

static void run(enum kind kind, struct wsc_conn *conn, zend_object *connection, zval *argument)
{
	struct event *event = ecalloc(1, sizeof *event);

	event->job.work = work;
	event->job.waits = waits;
	event->job.ended = ended;
	event->kind = kind;
	event->conn = conn;
	event->component = wschat_component_ref(wschat_connection_of(connection)->component);
	event->connection = connection;
	GC_ADDREF(connection);
	ZVAL_COPY_VALUE(&event->argument, argument);
	wschat_fiber_run(&event->job);
}

/* ---- either way ----------------------------------------------------------------------- */

/* Takes the argument over. */
static zend_always_inline void deliver(enum kind kind, struct wsc_conn *conn, zend_object *connection, zval *argument)
{
	if (wschat_connection_of(connection)->await) {
		run(kind, conn, connection, argument);
		return;
	}
	call(kind, wschat_connection_of(connection)->component, connection, argument);
	finish(kind, conn);
	i_zval_ptr_dtor(argument);
	wschat_component_settle(NULL, "__destruct");
}

void wschat_event_open(struct wsc_conn *conn, zend_object *connection, zend_object *request)
{
	zval argument;

	ZVAL_UNDEF(&argument);
	if (request) {
		ZVAL_OBJ_COPY(&argument, request);
	}
	deliver(OPEN, conn, connection, &argument);
}

void wschat_event_message(struct wsc_conn *conn, zend_object *connection, zval *message)
{
	deliver(MESSAGE, conn, connection, message);
}

void wschat_event_drain(struct wsc_conn *conn, zend_object *connection)
{
	zval argument;

	ZVAL_UNDEF(&argument);
	deliver(DRAIN, conn, connection, &argument);
}

void wschat_event_close(struct wsc_conn *conn, zend_object *connection, bool silent)
{
	zval argument;

	ZVAL_UNDEF(&argument);
	if (silent) {
		finish(CLOSE, conn);
		wschat_component_settle(NULL, "__destruct");
	} else {
		deliver(CLOSE, conn, connection, &argument);
	}
}
