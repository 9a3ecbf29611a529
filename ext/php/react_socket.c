/* SPDX-License-Identifier: MIT
 *
 * Namespaces Evenement, React\Stream and React\Socket: the interfaces under their
 * own names, so that classes of vendor/ implement ours, and native classes that have
 * React's names where no vendor/ has react/socket. Called at module start.
 */
#include "react_socket.h"

#include "php_wschat.h"

#include "alias.h"
#include "classes.h"
#include "emitter.h"

#include "zend_attributes.h"

#include "react_socket_arginfo.h"

zend_class_entry *wschat_ce_react_server_interface;
zend_class_entry *wschat_ce_react_connection_interface;
zend_class_entry *wschat_ce_react_writable_interface;
zend_class_entry *wschat_ce_react_connection;
zend_class_entry *wschat_ce_react_tcp_server;
zend_class_entry *wschat_ce_react_unix_server;
zend_class_entry *wschat_ce_react_fd_server;
zend_class_entry *wschat_ce_react_server;
zend_class_entry *wschat_ce_react_socket_server;
zend_class_entry *wschat_ce_react_secure_server;
zend_class_entry *wschat_ce_react_limiting_server;

static void register_interfaces(void)
{
	zend_class_entry *readable = register_class_React_Stream_ReadableStreamInterface(wschat_ce_emitter_interface);
	zend_class_entry *duplex;

	wschat_ce_react_writable_interface =
		register_class_React_Stream_WritableStreamInterface(wschat_ce_emitter_interface);
	duplex = register_class_React_Stream_DuplexStreamInterface(readable, wschat_ce_react_writable_interface);
	wschat_ce_react_server_interface = register_class_React_Socket_ServerInterface(wschat_ce_emitter_interface);
	wschat_ce_react_connection_interface = register_class_React_Socket_ConnectionInterface(duplex);
}

static void register_servers(void)
{
	zend_class_entry *parent = wschat_ce_emitter;
	zend_class_entry *interface = wschat_ce_react_server_interface;

	wschat_ce_react_tcp_server = register_class_WsChat_React_Socket_TcpServer(parent, interface);
	wschat_ce_react_unix_server = register_class_WsChat_React_Socket_UnixServer(parent, interface);
	wschat_ce_react_fd_server = register_class_WsChat_React_Socket_FdServer(parent, interface);
	wschat_react_listener_register();
	wschat_ce_react_server = register_class_WsChat_React_Socket_Server(parent, interface);
	wschat_ce_react_socket_server = register_class_WsChat_React_Socket_SocketServer(parent, interface);
	wschat_ce_react_secure_server = register_class_WsChat_React_Socket_SecureServer(parent, interface);
	wschat_ce_react_limiting_server = register_class_WsChat_React_Socket_LimitingServer(parent, interface);
	wschat_react_wrapper_register();
	wschat_react_takeover_register();
}

void wschat_react_socket_register(void)
{
	wschat_emitter_register();
	register_interfaces();
	wschat_react_connection_register(
		register_class_WsChat_React_Socket_Connection(wschat_ce_emitter, wschat_ce_react_connection_interface));
	register_servers();
	wschat_alias_add("React\\Socket\\Connection", wschat_ce_react_connection);
	wschat_alias_add("React\\Socket\\TcpServer", wschat_ce_react_tcp_server);
	wschat_alias_add("React\\Socket\\UnixServer", wschat_ce_react_unix_server);
	wschat_alias_add("React\\Socket\\FdServer", wschat_ce_react_fd_server);
	wschat_alias_add("React\\Socket\\Server", wschat_ce_react_server);
	wschat_alias_add("React\\Socket\\SocketServer", wschat_ce_react_socket_server);
	wschat_alias_add("React\\Socket\\SecureServer", wschat_ce_react_secure_server);
	wschat_alias_add("React\\Socket\\LimitingServer", wschat_ce_react_limiting_server);
}
