/* SPDX-License-Identifier: MIT
 *
 * The log of a server: PHP's error log, or the callable of the option log, which gets
 * its lines once a turn, as most of them are written where no user code may run.
 */
#ifndef WSCHAT_LOG_H
#define WSCHAT_LOG_H

#include "php_wschat.h"

struct wschat_server;

/* Takes the callable from the options of a server that has none yet; NULL: there are none.
 * false: a ValueError says that it is no callable. May run user code (autoloaders). */
bool wschat_log_set(struct wschat_server *server, HashTable *options, uint32_t argument);

/* One line, without a newline, if the server's log_level asks for it. Server NULL: not known
 * whose, PHP's error log. Takes no memory of PHP's and runs no user code. */
void wschat_log(struct wschat_server *server, enum wsc_log_level level, const char *line);

/* The hook of the engine. */
void wschat_log_on_line(void *data, struct wsc_server *server, enum wsc_log_level level, const char *line);

/* Calls the callables for the lines that are there by now; what they cause themselves is
 * for the next time. Once a turn, and when the loop has ended. Runs user code, in the guard. */
void wschat_log_deliver(void);

/* The lines that wait for its callable go to PHP's error log: the server is being freed. */
void wschat_log_forget(struct wschat_server *server);

/* End of the request: the same for all. The loop is still there. */
void wschat_log_shutdown(void);

#endif
