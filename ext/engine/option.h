/* SPDX-License-Identifier: MIT
 *
 * The options of a server: one table of all that are numbers, one of those that are
 * texts, and the struct that the engine reads. A part of wsc.h, which includes it.
 */
#ifndef WSC_OPTION_H
#define WSC_OPTION_H

#include <stdbool.h>
#include <stdint.h>

/* What becomes of a message for a connection whose queue is full (max_queued_bytes). */
#define WSC_SLOW_POLICIES(X) \
	X(close)       /* the connection is dropped */ \
	X(drop_newest) /* this message is           */ \
	X(drop_oldest) /* the messages that have waited longest are, as many as it takes */

enum wsc_slow_policy {
#define WSC_SLOW_MEMBER(name) WSC_SLOW_##name,
	WSC_SLOW_POLICIES(WSC_SLOW_MEMBER)
#undef WSC_SLOW_MEMBER
};

/* What becomes of a connection that sends more than max_messages_per_second or
 * max_bytes_per_second allows. */
#define WSC_RATE_POLICIES(X) \
	X(close) /* it is closed with 1008; plain TCP just ends           */ \
	X(drop)  /* the message is; plain TCP ends, as it has no messages */ \
	X(wait)  /* no more of it is read until it may send again         */

enum wsc_rate_policy {
#define WSC_RATE_MEMBER(name) WSC_RATE_##name,
	WSC_RATE_POLICIES(WSC_RATE_MEMBER)
#undef WSC_RATE_MEMBER
};

/* How much a line of the log matters, most first. */
#define WSC_LOG_LEVELS(X) \
	X(error)   /* something does not work that should                      */ \
	X(warning) /* a limit is reached, at the cost of somebody              */ \
	X(notice)  /* a client was refused or failed, at most one line a minute */ \
	X(info)    /* each connection, when it is opened and when it has ended */ \
	X(debug)   /* what became of those that did not get so far             */

enum wsc_log_level {
#define WSC_LOG_MEMBER(name) WSC_LOG_##name,
	WSC_LOG_LEVELS(WSC_LOG_MEMBER)
#undef WSC_LOG_MEMBER
};

/*
 * Every option of a server: name, C type, default, smallest and largest value,
 * what it is. The struct below, the ini entries and the option array of the
 * binding, and its documentation all come from this one table.
 * SIZE counts bytes, COUNT things, SECONDS are whole or broken seconds of
 * which 0 switches the deadline off, FLAG is on or off, POLICY one of the words
 * in WSC_SLOW_POLICIES, RATE_POLICY one of those in WSC_RATE_POLICIES, LOG_LEVEL one of
 * those in WSC_LOG_LEVELS, MODE that of a file, in ini entries octal.
 */
#define WSC_OPTIONS(X) \
	X(max_message_size, SIZE, 33554432, 1, 1099511627776, \
	  "bytes of one message; a larger one closes the connection with 1009") \
	X(max_frame_size, SIZE, 0, 0, 1099511627776, \
	  "bytes of one frame; a larger one closes the connection with 1009; 0 = as max_message_size") \
	X(max_fragments, COUNT, 131072, 1, 4294967295, "fragments of one message; more close the connection with 1008") \
	X(max_receive_bytes, SIZE, 268435456, 1, 1099511627776, \
	  "bytes of the unfinished messages and request heads of all connections of the server; beyond it the largest " \
	  "message is refused with 1009, a new request with 503") \
	X(max_control_frames, COUNT, 1000, 0, 4294967295, \
	  "Pings and Pongs of one connection in a second; more close it with 1008; 0 = no limit") \
	X(max_messages_per_second, COUNT, 0, 0, 4294967295, \
	  "messages of one connection in a second, over time; beyond it rate_policy decides; 0 = no limit") \
	X(message_burst, COUNT, 0, 0, 4294967295, "messages that may come at once after a silence; 0 = those of a second") \
	X(max_bytes_per_second, SIZE, 0, 0, 1099511627776, \
	  "bytes of one connection in a second, over time, as they come: headers of frames, control frames and what is " \
	  "compressed; beyond it rate_policy decides; 0 = no limit") \
	X(byte_burst, SIZE, 0, 0, 1099511627776, "bytes that may come at once after a silence; 0 = those of a second") \
	X(rate_policy, RATE_POLICY, close, 0, 2, \
	  "what becomes of one that sends more: it is closed with 1008 (close), the message is dropped (drop), or no more " \
	  "is read for a while (wait)") \
	X(max_head_size, SIZE, 16384, 128, 1048576, \
	  "bytes of a request head; a longer one is answered with 413, or 414 if its first line does not end") \
	X(max_headers, COUNT, 100, 1, 10000, "header fields of a request; more are answered with 431") \
	X(max_queued_bytes, SIZE, 16777216, 1, 1099511627776, \
	  "bytes queued for one connection that does not read; a send is taken as long as less is queued, then slow_policy " \
	  "decides") \
	X(max_total_queued_bytes, SIZE, 268435456, 1, 1099511627776, \
	  "bytes queued for all connections of the server; beyond it slow_policy decides about the longest queue") \
	X(slow_policy, POLICY, close, 0, 2, \
	  "what gives way when a queue is full: the connection (close), the new message or the oldest ones that wait") \
	X(high_water_mark, SIZE, 1048576, 0, 1099511627776, \
	  "bytes queued for one connection, above which onDrain() is owed to it") \
	X(low_water_mark, SIZE, 262144, 0, 1099511627776, \
	  "bytes, at most high_water_mark; once no more are queued onDrain() is called") \
	X(max_connections, COUNT, 0, 0, 4294967295, \
	  "open connections; beyond it new ones wait in the backlog; 0 = the descriptor limit less 64") \
	X(max_connections_per_address, COUNT, 0, 0, 4294967295, \
	  "open connections from one IPv4 address or one IPv6 network of /64; as many again are answered with 503, any " \
	  "further one is cut; 0 = no limit") \
	X(handshake_timeout, SECONDS, 10, 0, 86400, \
	  "seconds for the TLS handshake and the whole request head to arrive; 0 = no limit") \
	X(keepalive_timeout, SECONDS, 15, 0, 86400, \
	  "seconds that a connection waits for another request after an answer of HTTP; 0 = each answer ends it") \
	X(max_open_files, COUNT, 256, 1, 1048576, \
	  "files of document_root that are being sent at once; who asks for one more is answered with 503") \
	X(send_timeout, SECONDS, 30, 0, 86400, \
	  "seconds in which a client takes nothing of an answer of HTTP, until it is cut; 0 = no limit") \
	X(close_timeout, SECONDS, 5, 0, 86400, \
	  "seconds after our Close in which the client takes nothing and does not close, until it is cut; 0 = no limit") \
	X(drain_timeout, SECONDS, 5, 0, 86400, \
	  "seconds from stop(), SIGTERM or SIGINT until connections that have not ended are cut; 0 = no limit") \
	X(ping_interval, SECONDS, 30, 0, 86400, \
	  "seconds in which the client neither sends nor takes anything, then a Ping; 0 = never") \
	X(pong_timeout, SECONDS, 20, 0, 86400, \
	  "seconds of silence after that Ping until the connection is dropped; 0 = never") \
	X(idle_timeout, SECONDS, 0, 0, 86400, \
	  "seconds without a message in either direction, then the connection is closed with 1001; 0 = never") \
	X(await, FLAG, 0, 0, 1, \
	  "callbacks of connections run in Fibers, so that one may wait for something while the server goes on") \
	X(log_level, LOG_LEVEL, notice, 0, 4, \
	  "what is logged: error, warning, notice, info or debug, each with those before it") \
	X(slow_callback, SECONDS, 0, 0, 86400, \
	  "seconds; a callback that holds the loop for so long is named in the log; 0 = none is") \
	X(callback_times, FLAG, 0, 0, 1, "measure how long callbacks take, for WsChat\\Server::stats() and metrics_path") \
	X(tcp_nodelay, FLAG, 1, 0, 1, "send small messages at once (TCP_NODELAY)") \
	X(backlog, COUNT, 4096, 1, 65535, "connections that may wait to be accepted; the system caps it (somaxconn)") \
	X(accept_budget, COUNT, 64, 1, 65535, \
	  "connections that are accepted at once on each address, before those that are open are served") \
	X(tls_handshake_budget, COUNT, 16, 1, 65535, \
	  "TLS handshakes that are worked on at once, before those that are open are served") \
	X(ipv6_only, FLAG, 0, 0, 1, "[::] is every IPv6 address, and not every IPv4 address, too") \
	X(reuse_port, FLAG, 0, 0, 1, "several processes may listen on one port; the system shares the clients out") \
	X(unix_mode, MODE, 0, 0, 0777, "mode of the file of a Unix socket; 0 = as the umask says") \
	X(proxy_protocol, FLAG, 0, 0, 1, \
	  "connections from trusted_proxies begin with a PROXY header, version 1 or 2, or are closed") \
	X(compression, FLAG, 0, 0, 1, "compress messages with clients that offer permessage-deflate (RFC 7692)") \
	X(compression_threshold, SIZE, 1024, 0, 1099511627776, \
	  "bytes; shorter messages are sent as they are, and so are those that would not become shorter") \
	X(compression_level, COUNT, 6, 1, 9, "zlib's level for what is sent: 1 is fast, 9 is small") \
	X(server_context_takeover, FLAG, 0, 0, 1, \
	  "keep the history of what is sent: smaller messages for up to 262 KiB a connection, and no sharing") \
	X(client_context_takeover, FLAG, 0, 0, 1, \
	  "let clients keep theirs: smaller messages for up to 42 KiB a connection") \
	X(server_max_window_bits, COUNT, 15, 8, 15, "size of the window for what is sent: 2 to this power bytes") \
	X(client_max_window_bits, COUNT, 15, 8, 15, "the same for what is received, if the client lets us say so") \
	X(max_compression_bytes, SIZE, 268435456, 0, 1099511627776, \
	  "bytes that all connections of the server may keep for context takeover; beyond it new ones are without") \
	X(max_inflate_ratio, COUNT, 200, 0, 4294967295, \
	  "times as long as it came may a message become that is larger than 1 MiB, else 1009; 0 = no limit")

typedef uint64_t wsc_option_SIZE;
typedef uint32_t wsc_option_COUNT;
typedef double wsc_option_SECONDS;
typedef bool wsc_option_FLAG;
typedef uint8_t wsc_option_POLICY;      /* enum wsc_slow_policy */
typedef uint8_t wsc_option_RATE_POLICY; /* enum wsc_rate_policy */
typedef uint8_t wsc_option_LOG_LEVEL;   /* enum wsc_log_level */
typedef uint32_t wsc_option_MODE;

struct wsc_options {
#define WSC_OPTION_MEMBER(name, kind, def, min, max, doc) wsc_option_##kind name;
	WSC_OPTIONS(WSC_OPTION_MEMBER)
#undef WSC_OPTION_MEMBER
};

void wsc_options_init(struct wsc_options *options); /* fills in the defaults above */

/*
 * What is no number: name, LIST (an array of strings or one string with commas) or
 * WORD, default, what it is. The embedder parses them; the engine gets what they mean
 * in struct wsc_server_config and by wsc_server_listen().
 */
#define WSC_TEXT_OPTIONS(X) \
	X(listen, LIST, "", "further addresses to listen on, such as [::]:8080, unix:/run/chat.sock or systemd:") \
	X(trusted_proxies, LIST, "", "addresses and networks of proxies, or unix, that are believed who the client is") \
	X(forwarded_header, WORD, "X-Forwarded-For", \
	  "the header in which they say it; Forwarded is read as RFC 7239 has it, any other as a list; empty = none") \
	X(allowed_origins, LIST, "", \
	  "origins whose pages may connect, such as https://example.org, https://*.example.org and null; empty = all") \
	X(banned_addresses, LIST, "", "addresses and networks that are not served") \
	X(document_root, WORD, "", "a folder whose files are sent to those who ask for no WebSocket; empty = none") \
	X(health_path, WORD, "", "the path, such as /health, that is answered with 200 and a line of JSON; empty = none") \
	X(metrics_path, WORD, "", \
	  "the path, such as /metrics, that is answered with the numbers of Server::stats() for Prometheus; empty = none") \
	X(metrics_clients, LIST, "127.0.0.0/8, ::1, unix", \
	  "addresses and networks of those who may read metrics_path, for others there is no such path; empty = all") \
	X(user, WORD, "", "name or number of the user that a process started as root becomes when run() begins") \
	X(group, WORD, "", "its group; empty = the user's own")

/* Bytes of the name in forwarded_header, with its end. */
#define WSC_HEADER_NAME_SIZE 64

#endif
