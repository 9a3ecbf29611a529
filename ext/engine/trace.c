/* SPDX-License-Identifier: MIT
 *
 * L1: see trace.h.
 */
#include "trace.h"

#ifdef WSC_FAULTS

#include "internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_on(void)
{
	static int on = -1; /* not asked yet */

	if (on < 0) {
		const char *value = getenv("WSC_TRACE");

		on = value && value[0] != '\0' && strcmp(value, "0") != 0;
	}
	return on;
}

/* One line in one write: those of a forked child do not mix with ours. */
__attribute__((format(printf, 2, 3))) static void line(uint64_t id, const char *format, ...)
{
	static wsc_time first;
	char text[256];
	wsc_time now = wsc_timer_clock();
	va_list arguments;

	if (first == 0) {
		first = now;
	}
	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	fprintf(stderr, "wschat: %.6f #%llu %s\n", (double) (now - first) / 1e6, (unsigned long long) id, text);
}

void wsc_trace_state(uint64_t id, unsigned from, unsigned to)
{
	static const char *const names[] = {"proxy", "tls", "head", "answer", "open", "closing", "flushing", "closed"};

	if (!is_on()) {
		return;
	}
	if (from == to) {
		line(id, "new, %s", names[to]);
	} else {
		line(id, "%s -> %s", names[from], names[to]);
	}
}

void wsc_trace_io(uint64_t id, long long moved, size_t offered)
{
	const char *what = offered > 0 ? "send" : "recv";

	if (!is_on()) {
		return;
	}
	if (moved == WSC_IO_AGAIN) {
		line(id, "%s: again", what);
	} else if (moved < 0) {
		line(id, "%s: failed", what);
	} else if (offered > 0) {
		line(id, "send %lld of %zu", moved, offered);
	} else {
		line(id, "recv %lld", moved);
	}
}

void wsc_trace_frame(uint64_t id, const char *way, unsigned opcode, size_t length)
{
	static const char *const names[16] = {
		[WSC_OP_TEXT] = "text", [WSC_OP_BINARY] = "binary", [WSC_OP_CLOSE] = "close",
		[WSC_OP_PING] = "ping", [WSC_OP_PONG] = "pong",
	};

	if (is_on()) {
		line(id, "%-3s %s %zu", way, names[opcode & 15] ? names[opcode & 15] : "frame", length);
	}
}

void wsc_trace_fail(uint64_t id, unsigned code, const char *reason)
{
	if (is_on()) {
		line(id, "fail %u %s", code, reason);
	}
}

#endif
