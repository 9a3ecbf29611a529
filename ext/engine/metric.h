/* SPDX-License-Identifier: MIT
 *
 * The numbers of a server: one table of all, and the struct that they are read into.
 * A part of wsc.h, which includes it.
 */
#ifndef WSC_METRIC_H
#define WSC_METRIC_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The numbers of a server: member, name for scripts, key where that name is a table,
 * else NULL; name and label for Prometheus, type, what it is. COUNTERs begin when the
 * server is made, GAUGEs are of the moment. Rows of one name stand together.
 */
#define WSC_STATS(X) \
	X(connections, "connections", NULL, "wschat_connections", NULL, GAUGE, \
	  "Connections that have not ended, whatever their state.") \
	X(open, "open", NULL, "wschat_open_connections", NULL, GAUGE, \
	  "Those that the application has: WebSockets, and plain TCP of a server without HTTP.") \
	X(accepted, "accepted", NULL, "wschat_connections_accepted_total", NULL, COUNTER, "Connections accepted.") \
	X(ended, "ended", NULL, "wschat_connections_ended_total", NULL, COUNTER, "Connections that have ended.") \
	X(handshakes, "handshakes", NULL, "wschat_handshakes_total", NULL, COUNTER, "Requests answered with 101.") \
	X(messages_received, "messagesReceived", NULL, "wschat_messages_received_total", NULL, COUNTER, \
	  "Messages of WebSockets handed to the application.") \
	X(messages_sent, "messagesSent", NULL, "wschat_messages_sent_total", NULL, COUNTER, \
	  "Messages of WebSockets queued for the kernel.") \
	X(bytes_received, "bytesReceived", NULL, "wschat_received_bytes_total", NULL, COUNTER, \
	  "Bytes read, those of TLS itself left out.") \
	X(bytes_sent, "bytesSent", NULL, "wschat_sent_bytes_total", NULL, COUNTER, \
	  "Bytes that the kernel has taken, those of TLS itself left out.") \
	X(lost, "lost", NULL, "wschat_websockets_lost_total", NULL, COUNTER, \
	  "WebSockets that have ended without a Close from either side.") \
	X(queued_bytes, "queuedBytes", NULL, "wschat_queued_bytes", NULL, GAUGE, "Bytes that wait to be sent.") \
	X(unfinished_bytes, "unfinishedBytes", NULL, "wschat_unfinished_bytes", NULL, GAUGE, \
	  "Bytes of unfinished messages and request heads.") \
	X(dropped_slow, "messagesDropped", "slow", "wschat_messages_dropped_total", "reason", COUNTER, \
	  "Messages dropped by slow_policy (slow) and rate_policy (rate).") \
	X(dropped_rate, "messagesDropped", "rate", "wschat_messages_dropped_total", "reason", COUNTER, "") \
	X(replaced, "messagesReplaced", NULL, "wschat_messages_replaced_total", NULL, COUNTER, \
	  "Messages in whose place sendLatest() has put another.") \
	X(closed_slow, "connectionsDropped", "slow", "wschat_connections_dropped_total", "reason", COUNTER, \
	  "Connections ended for their queue (slow) and for what they sent (rate).") \
	X(closed_rate, "connectionsDropped", "rate", "wschat_connections_dropped_total", "reason", COUNTER, "") \
	X(rate_waits, "rateWaits", NULL, "wschat_rate_waits_total", NULL, COUNTER, \
	  "Times that rate_policy has stopped reading a connection.") \
	X(refused_origin, "refused", "origin", "wschat_refused_total", "reason", COUNTER, \
	  "Requests and connections turned away, by what.") \
	X(refused_ban, "refused", "ban", "wschat_refused_total", "reason", COUNTER, "") \
	X(refused_request, "refused", "on_request", "wschat_refused_total", "reason", COUNTER, "") \
	X(refused_black_list, "refused", "black_list", "wschat_refused_total", "reason", COUNTER, "") \
	X(refused_address, "refused", "max_connections_per_address", "wschat_refused_total", "reason", COUNTER, "") \
	X(timeouts_handshake, "timeouts", "handshake", "wschat_timeouts_total", "deadline", COUNTER, \
	  "Connections ended as a deadline has passed, by deadline.") \
	X(timeouts_pong, "timeouts", "pong", "wschat_timeouts_total", "deadline", COUNTER, "") \
	X(timeouts_idle, "timeouts", "idle", "wschat_timeouts_total", "deadline", COUNTER, "") \
	X(timeouts_send, "timeouts", "send", "wschat_timeouts_total", "deadline", COUNTER, "") \
	X(timeouts_close, "timeouts", "close", "wschat_timeouts_total", "deadline", COUNTER, "") \
	X(accept_failures, "acceptFailures", NULL, "wschat_accept_failures_total", NULL, COUNTER, \
	  "Times that no connection could be accepted for want of descriptors or memory.") \
	X(tls_failures, "tlsFailures", NULL, "wschat_tls_failures_total", NULL, COUNTER, "TLS handshakes that failed.") \
	X(proxy_failures, "proxyFailures", NULL, "wschat_proxy_failures_total", NULL, COUNTER, \
	  "Connections of trusted proxies closed for want of a PROXY header.") \
	X(http_2xx, "httpAnswers", "2xx", "wschat_http_answers_total", "class", COUNTER, \
	  "Answers of HTTP by class of status, 101 left out; a request refused is 4xx or 5xx.") \
	X(http_3xx, "httpAnswers", "3xx", "wschat_http_answers_total", "class", COUNTER, "") \
	X(http_4xx, "httpAnswers", "4xx", "wschat_http_answers_total", "class", COUNTER, "") \
	X(http_5xx, "httpAnswers", "5xx", "wschat_http_answers_total", "class", COUNTER, "") \
	X(closes_1000, "closesSent", "1000", "wschat_closes_sent_total", "code", COUNTER, \
	  "Closing handshakes of WebSockets that the server has begun, by close code.") \
	X(closes_1001, "closesSent", "1001", "wschat_closes_sent_total", "code", COUNTER, "") \
	X(closes_1002, "closesSent", "1002", "wschat_closes_sent_total", "code", COUNTER, "") \
	X(closes_1007, "closesSent", "1007", "wschat_closes_sent_total", "code", COUNTER, "") \
	X(closes_1008, "closesSent", "1008", "wschat_closes_sent_total", "code", COUNTER, "") \
	X(closes_1009, "closesSent", "1009", "wschat_closes_sent_total", "code", COUNTER, "") \
	X(closes_1011, "closesSent", "1011", "wschat_closes_sent_total", "code", COUNTER, "") \
	X(closes_other, "closesSent", "other", "wschat_closes_sent_total", "code", COUNTER, "") \
	X(errors_handled, "exceptions", "onError", "wschat_exceptions_total", "to", COUNTER, \
	  "Exceptions of callbacks of all servers of the process: given to onError(), and just logged.") \
	X(errors_logged, "exceptions", "log", "wschat_exceptions_total", "to", COUNTER, "")

/* What becomes of an exception of a callback. */
enum wsc_callback_error {
	WSC_ERROR_HANDLED, /* it is given to another callback */
	WSC_ERROR_LOGGED   /* it ends in the log              */
};

/* Whose time is measured. */
#define WSC_CALLBACKS(X) X(onOpen) X(onMessage) X(onClose) X(onError) X(other)

enum wsc_callback_name {
#define WSC_CALLBACK_MEMBER(name) WSC_CALLBACK_##name,
	WSC_CALLBACKS(WSC_CALLBACK_MEMBER)
#undef WSC_CALLBACK_MEMBER
	WSC_CALLBACK_COUNT
};

#define WSC_HISTOGRAM_BUCKETS 6
/* The upper ends of their buckets in seconds, as Prometheus writes them. */
extern const char *const wsc_histogram_bounds[WSC_HISTOGRAM_BUCKETS];

struct wsc_histogram {
	uint64_t counts[WSC_HISTOGRAM_BUCKETS]; /* in each bucket and not in those before it */
	uint64_t sum;                           /* microseconds                              */
};

struct wsc_stats {
#define WSC_STATS_MEMBER(member, property, key, metric, label, type, help) uint64_t member;
	WSC_STATS(WSC_STATS_MEMBER)
#undef WSC_STATS_MEMBER
	uint64_t longest_turn; /* microseconds for which the loop has served nobody else, in the last 30 to 60 s */
	bool timed;            /* callbacks are measured:                                     */
	struct wsc_histogram callbacks[WSC_CALLBACK_COUNT]; /* of the whole loop              */
};

#endif
