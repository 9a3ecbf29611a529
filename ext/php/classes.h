/* SPDX-License-Identifier: MIT
 *
 * The native classes that more than one file of the binding names, and who
 * registers them at module start.
 */
#ifndef WSCHAT_CLASSES_H
#define WSCHAT_CLASSES_H

#include "php.h"

/* ratchet.c: Ratchet\ */
#define WSCHAT_RATCHET_VERSION "Ratchet/0.4.4" /* Ratchet\VERSION */
extern zend_class_entry *wschat_ce_connection_interface;
extern zend_class_entry *wschat_ce_component_interface;
extern zend_class_entry *wschat_ce_ratchet_message_interface;
extern zend_class_entry *wschat_ce_message_component_interface;
extern zend_class_entry *wschat_ce_connection_decorator;
void wschat_ratchet_register(int module_number);

/* ratchet_server.c: Ratchet\Server\ */
extern zend_class_entry *wschat_ce_io_server;
extern zend_class_entry *wschat_ce_io_connection;
void wschat_ratchet_server_register(void);

/* ratchet_http.c: Ratchet\Http\ */
extern zend_class_entry *wschat_ce_http_server_interface;
extern zend_class_entry *wschat_ce_http_server;
void wschat_ratchet_http_register(void);

/* ratchet_websocket.c: Ratchet\WebSocket\ */
extern zend_class_entry *wschat_ce_ws_message_callable;
extern zend_class_entry *wschat_ce_ws_connection;
extern zend_class_entry *wschat_ce_ws_server;
void wschat_ratchet_websocket_register(void);

/* backpressure.c: WsChat\ */
extern zend_class_entry *wschat_ce_drain_interface;
void wschat_backpressure_register(void);

/* event_loop.c: React\EventLoop\ */
extern zend_class_entry *wschat_ce_loop_interface;
extern zend_class_entry *wschat_ce_timer_interface;

/* loop.c: WsChat\ */
extern zend_class_entry *wschat_ce_loop;
extern zend_class_entry *wschat_ce_timer;

/* psr7.c: Psr\Http\Message\, WsChat\Psr7\ */
void wschat_psr7_register(void);

/* negotiation.c: Ratchet\RFC6455\Handshake\ */
void wschat_negotiation_register(void);

/* react_socket.c: Evenement\, React\Stream\, React\Socket\ */
void wschat_react_socket_register(void);

/* wamp.c: Ratchet\Wamp\ */
extern zend_class_entry *wschat_ce_wamp_server_interface;
extern zend_class_entry *wschat_ce_wamp_server;
void wschat_wamp_register(void);

/* handle.c: WsChat\Server, WsChat\Connections */
void wschat_handle_register(void);

/* stats.c: WsChat\Stats */
void wschat_stats_register(void);

/* await.c: the functions of WsChat\ */
void wschat_await_register(void);

/* app.c: Ratchet\App and what it routes with */
extern zend_class_entry *wschat_ce_app;
void wschat_app_register(void);

#endif
