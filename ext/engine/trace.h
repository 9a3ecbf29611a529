/* SPDX-License-Identifier: MIT
 *
 * L1: what the engine does, line by line on stderr, in builds for tests (WSC_FAULTS)
 * and with WSC_TRACE in the environment:
 *
 *   WSC_TRACE=1 php -d extension=wschat.so server.php
 *
 *   wschat: 0.000000 #1 new, head
 *   wschat: 0.000213 #1 recv 341
 *   wschat: 0.000480 #1 head -> open
 *   wschat: 0.000522 #1 send 129 of 129
 *   wschat: 0.004100 #1 in  text 5
 *
 * Seconds since the first line, the connection, what happened. It shows sizes, states
 * and codes, and no byte of what users say. Elsewhere the functions below are
 * constants and cost nothing. None runs user code.
 */
#ifndef WSC_TRACE_H
#define WSC_TRACE_H

#include <stddef.h>
#include <stdint.h>

#ifdef WSC_FAULTS

/* The connection `id` goes from one enum wsc_conn_state to another; the same twice: it is new. */
void wsc_trace_state(uint64_t id, unsigned from, unsigned to);
/* A transport was asked to move bytes; `moved` may be one of enum wsc_io. `offered` 0: recv. */
void wsc_trace_io(uint64_t id, long long moved, size_t offered);
/* A message or control frame has come (`way` "in") or was queued ("out"). `opcode` 0: a frame
 * that is made already, header and all. */
void wsc_trace_frame(uint64_t id, const char *way, unsigned opcode, size_t length);
/* A connection is given up with this close code. `reason` ends with NUL. */
void wsc_trace_fail(uint64_t id, unsigned code, const char *reason);

#else

static inline void wsc_trace_state(uint64_t id, unsigned from, unsigned to)
{
	(void) id, (void) from, (void) to;
}

static inline void wsc_trace_io(uint64_t id, long long moved, size_t offered)
{
	(void) id, (void) moved, (void) offered;
}

static inline void wsc_trace_frame(uint64_t id, const char *way, unsigned opcode, size_t length)
{
	(void) id, (void) way, (void) opcode, (void) length;
}

static inline void wsc_trace_fail(uint64_t id, unsigned code, const char *reason)
{
	(void) id, (void) code, (void) reason;
}

#endif

#endif
