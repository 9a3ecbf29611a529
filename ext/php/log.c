/* SPDX-License-Identifier: MIT
 *
 * Where the lines of a server go. Those for a callable wait in one queue, in the order
 * they were written, until hooks.c finds the time between two turns; beyond WAITING_MAX
 * for a server they are only counted. What no callable can be called for any more, as the
 * script has ended by exit() or a fatal error, goes to PHP's error log.
 *
 * The lines are malloc's: PHP's memory limit would end the script below the engine. A
 * forked child leaves those of its parent alone.
 */
#include "log.h"

#include "component.h"
#include "gate.h"
#include "server.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Lines of one server that wait for its callable. */
#define WAITING_MAX 1000
/* Bytes of a line; the message of an exception may be of any length. */
#define LINE_MAX_LENGTH 4096

struct wschat_log_line {
	struct wschat_log_line *next;
	struct wschat_server *server; /* forgotten before it is freed                       */
	enum wsc_log_level level;
	pid_t pid;        /* of the process that has written it                           */
	uint64_t dropped; /* it stands for so many; 0: for its text                       */
	size_t length;
	char text[];
};

/* ---- PHP's error log -------------------------------------------------------------- */

static const char *name_of(enum wsc_log_level level)
{
#define NAME(name) #name,
	static const char *const names[] = {WSC_LOG_LEVELS(NAME)};
#undef NAME

	return names[level];
}

static void write_to_php(enum wsc_log_level level, const char *line)
{
	char text[LINE_MAX_LENGTH + 32];

	/* The others were there before there were levels, and are what everybody gets. */
	if (level >= WSC_LOG_info) {
		snprintf(text, sizeof text, "wschat: %s: %s", name_of(level), line);
	} else {
		snprintf(text, sizeof text, "wschat: %s", line);
	}
	php_log_err(text);
}

/* ---- the queue -------------------------------------------------------------------- */

static struct wschat_log_line *line_new(struct wschat_server *server, enum wsc_log_level level, const char *text)
{
	size_t length = strlen(text);
	struct wschat_log_line *line;

	if (length > LINE_MAX_LENGTH) {
		length = LINE_MAX_LENGTH;
	}
	line = malloc(sizeof *line + length + 1);
	if (line) {
		*line = (struct wschat_log_line){.server = server, .level = level, .pid = getpid(), .length = length};
		memcpy(line->text, text, length);
		line->text[length] = '\0';
	}
	return line;
}

static void push(struct wschat_log_line *line)
{
	if (WSCHAT_G(log_last)) {
		WSCHAT_G(log_last)->next = line;
	} else {
		WSCHAT_G(log_first) = line;
	}
	WSCHAT_G(log_last) = line;
	WSCHAT_G(log_count)++;
	line->server->log_waiting++;
}

/* Takes out the line that comes first; of all servers: NULL. */
static struct wschat_log_line *take(const struct wschat_server *server)
{
	struct wschat_log_line **at = &WSCHAT_G(log_first), *before = NULL, *line;

	while (*at && server && (*at)->server != server) {
		before = *at;
		at = &before->next;
	}
	line = *at;
	if (line) {
		*at = line->next;
		if (WSCHAT_G(log_last) == line) {
			WSCHAT_G(log_last) = before;
		}
		WSCHAT_G(log_count)--;
		line->server->log_waiting--;
		if (line->server->log_dropped == line) {
			line->server->log_dropped = NULL;
		}
	}
	return line;
}

static void queue(struct wschat_server *server, enum wsc_log_level level, const char *text)
{
	struct wschat_log_line *line;

	if (server->log_dropped) {
		server->log_dropped->dropped++;
		return;
	}
	if (server->log_waiting < WAITING_MAX) {
		line = line_new(server, level, text);
	} else {
		line = line_new(server, WSC_LOG_warning, "");
		if (line) {
			line->dropped = 1;
			server->log_dropped = line;
		}
	}
	if (line) {
		push(line);
	} else {
		write_to_php(level, text);
	}
}

void wschat_log(struct wschat_server *server, enum wsc_log_level level, const char *line)
{
	if (server && server->server && level > wsc_server_options(server->server)->log_level) {
		return;
	}
	if (server && wschat_callback_exists(&server->log)) {
		queue(server, level, line);
	} else {
		write_to_php(level, line);
	}
}

void wschat_log_on_line(void *data, struct wsc_server *server, enum wsc_log_level level, const char *line)
{
	wschat_log(wsc_server_data(server), level, line);
}

/* What a line says, in `own` if it is about lines that are not there. */
static const char *text_of(const struct wschat_log_line *line, char own[128])
{
	if (line->dropped == 0) {
		return line->text;
	}
	snprintf(own, 128, "%" PRIu64 " lines of the log were dropped: %d have waited for the callable of the option log",
	         line->dropped, WAITING_MAX);
	return own;
}

/* ---- the callable ------------------------------------------------------------------ */

bool wschat_log_set(struct wschat_server *server, HashTable *options, uint32_t argument)
{
	return wschat_options_callable(options, "log", &server->log, argument);
}

static void call(void *arg)
{
	const struct wschat_log_line *line = arg;
	struct wschat_server *server = line->server;
	zval arguments[2];
	char own[128];

	GC_ADDREF(&server->std);
	ZVAL_STRING(&arguments[0], text_of(line, own));
	ZVAL_STRING(&arguments[1], name_of(line->level));
	wschat_callback_call(&server->log, 2, arguments);
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
	OBJ_RELEASE(&server->std);
	wschat_component_settle(NULL, "log"); /* not to itself */
}

void wschat_log_deliver(void)
{
	size_t count = WSCHAT_G(log_count);

	if (WSCHAT_G(log_busy)) {
		return; /* in a run of the loop that the callable has made */
	}
	for (; count > 0 && WSCHAT_G(log_first) && !EG(exception) && !WSCHAT_G(bailed); count--) {
		struct wschat_log_line *line = take(NULL);

		WSCHAT_G(log_busy) = true;
		if (line->pid == getpid()) {
			wschat_gate_guard(call, line);
		}
		WSCHAT_G(log_busy) = false;
		free(line);
	}
}

/* ---- the end ----------------------------------------------------------------------- */

static void write_out(void *server)
{
	struct wschat_log_line *line;
	char own[128];

	while ((line = take(server)) != NULL) {
		bool ours = line->pid == getpid();
		enum wsc_log_level level = line->level;
		char text[LINE_MAX_LENGTH + 1];

		snprintf(text, sizeof text, "%s", text_of(line, own));
		free(line); /* before what may bail out */
		if (ours) {
			write_to_php(level, text);
		}
	}
}

void wschat_log_forget(struct wschat_server *server)
{
	if (server->log_waiting > 0) {
		write_out(server);
	}
}

void wschat_log_shutdown(void)
{
	struct wschat_log_line *line;

	WSCHAT_G(log_busy) = false;
	if (WSCHAT_G(log_first)) {
		wschat_gate_guard_release(write_out, NULL);
		WSCHAT_G(bailed) = false;
	}
	while ((line = take(NULL)) != NULL) {
		free(line);
	}
}
