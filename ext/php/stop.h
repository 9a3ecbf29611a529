/* SPDX-License-Identifier: MIT
 *
 * The end of servers: WsChat\Server::stop(), and the signals that do the same
 * where the script says nothing else.
 */
#ifndef WSCHAT_STOP_H
#define WSCHAT_STOP_H

#include "server.h"

/* It works on a socket of React's, and the engine may have it or not: it is one of those
 * that the signals stop. Until it is freed. */
void wschat_stop_know(struct wschat_server *server);
void wschat_stop_forget(struct wschat_server *server);

/* Once a turn: if the last server has ended, the loop stops. */
void wschat_stop_check(void);

/* Around the outermost run, and when a server begins to listen in it. */
void wschat_stop_catch_signals(void);
void wschat_stop_release_signals(void);

/* One of them has come, perhaps not to us. */
void wschat_stop_on_signal(int number);

#endif
