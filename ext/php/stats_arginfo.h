/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: b8b5172e598010b2d53297bab948b78534a4ead2 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_Stats___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_WsChat_Stats_toPrometheus, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(WsChat_Stats, __construct);
ZEND_METHOD(WsChat_Stats, toPrometheus);


static const zend_function_entry class_WsChat_Stats_methods[] = {
	ZEND_ME(WsChat_Stats, __construct, arginfo_class_WsChat_Stats___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(WsChat_Stats, toPrometheus, arginfo_class_WsChat_Stats_toPrometheus, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_WsChat_Stats(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "Stats", class_WsChat_Stats_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_connections_default_value;
	ZVAL_UNDEF(&property_connections_default_value);
	zend_string *property_connections_name = zend_string_init("connections", sizeof("connections") - 1, 1);
	zend_declare_typed_property(class_entry, property_connections_name, &property_connections_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_connections_name);

	zval property_open_default_value;
	ZVAL_UNDEF(&property_open_default_value);
	zend_string *property_open_name = zend_string_init("open", sizeof("open") - 1, 1);
	zend_declare_typed_property(class_entry, property_open_name, &property_open_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_open_name);

	zval property_accepted_default_value;
	ZVAL_UNDEF(&property_accepted_default_value);
	zend_string *property_accepted_name = zend_string_init("accepted", sizeof("accepted") - 1, 1);
	zend_declare_typed_property(class_entry, property_accepted_name, &property_accepted_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_accepted_name);

	zval property_ended_default_value;
	ZVAL_UNDEF(&property_ended_default_value);
	zend_string *property_ended_name = zend_string_init("ended", sizeof("ended") - 1, 1);
	zend_declare_typed_property(class_entry, property_ended_name, &property_ended_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_ended_name);

	zval property_handshakes_default_value;
	ZVAL_UNDEF(&property_handshakes_default_value);
	zend_string *property_handshakes_name = zend_string_init("handshakes", sizeof("handshakes") - 1, 1);
	zend_declare_typed_property(class_entry, property_handshakes_name, &property_handshakes_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_handshakes_name);

	zval property_messagesReceived_default_value;
	ZVAL_UNDEF(&property_messagesReceived_default_value);
	zend_string *property_messagesReceived_name = zend_string_init("messagesReceived", sizeof("messagesReceived") - 1, 1);
	zend_declare_typed_property(class_entry, property_messagesReceived_name, &property_messagesReceived_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_messagesReceived_name);

	zval property_messagesSent_default_value;
	ZVAL_UNDEF(&property_messagesSent_default_value);
	zend_string *property_messagesSent_name = zend_string_init("messagesSent", sizeof("messagesSent") - 1, 1);
	zend_declare_typed_property(class_entry, property_messagesSent_name, &property_messagesSent_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_messagesSent_name);

	zval property_bytesReceived_default_value;
	ZVAL_UNDEF(&property_bytesReceived_default_value);
	zend_string *property_bytesReceived_name = zend_string_init("bytesReceived", sizeof("bytesReceived") - 1, 1);
	zend_declare_typed_property(class_entry, property_bytesReceived_name, &property_bytesReceived_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_bytesReceived_name);

	zval property_bytesSent_default_value;
	ZVAL_UNDEF(&property_bytesSent_default_value);
	zend_string *property_bytesSent_name = zend_string_init("bytesSent", sizeof("bytesSent") - 1, 1);
	zend_declare_typed_property(class_entry, property_bytesSent_name, &property_bytesSent_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_bytesSent_name);

	zval property_lost_default_value;
	ZVAL_UNDEF(&property_lost_default_value);
	zend_string *property_lost_name = zend_string_init("lost", sizeof("lost") - 1, 1);
	zend_declare_typed_property(class_entry, property_lost_name, &property_lost_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_lost_name);

	zval property_queuedBytes_default_value;
	ZVAL_UNDEF(&property_queuedBytes_default_value);
	zend_string *property_queuedBytes_name = zend_string_init("queuedBytes", sizeof("queuedBytes") - 1, 1);
	zend_declare_typed_property(class_entry, property_queuedBytes_name, &property_queuedBytes_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_queuedBytes_name);

	zval property_unfinishedBytes_default_value;
	ZVAL_UNDEF(&property_unfinishedBytes_default_value);
	zend_string *property_unfinishedBytes_name = zend_string_init("unfinishedBytes", sizeof("unfinishedBytes") - 1, 1);
	zend_declare_typed_property(class_entry, property_unfinishedBytes_name, &property_unfinishedBytes_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_unfinishedBytes_name);

	zval property_messagesDropped_default_value;
	ZVAL_UNDEF(&property_messagesDropped_default_value);
	zend_string *property_messagesDropped_name = zend_string_init("messagesDropped", sizeof("messagesDropped") - 1, 1);
	zend_declare_typed_property(class_entry, property_messagesDropped_name, &property_messagesDropped_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_messagesDropped_name);

	zval property_messagesReplaced_default_value;
	ZVAL_UNDEF(&property_messagesReplaced_default_value);
	zend_string *property_messagesReplaced_name = zend_string_init("messagesReplaced", sizeof("messagesReplaced") - 1, 1);
	zend_declare_typed_property(class_entry, property_messagesReplaced_name, &property_messagesReplaced_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_messagesReplaced_name);

	zval property_connectionsDropped_default_value;
	ZVAL_UNDEF(&property_connectionsDropped_default_value);
	zend_string *property_connectionsDropped_name = zend_string_init("connectionsDropped", sizeof("connectionsDropped") - 1, 1);
	zend_declare_typed_property(class_entry, property_connectionsDropped_name, &property_connectionsDropped_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_connectionsDropped_name);

	zval property_rateWaits_default_value;
	ZVAL_UNDEF(&property_rateWaits_default_value);
	zend_string *property_rateWaits_name = zend_string_init("rateWaits", sizeof("rateWaits") - 1, 1);
	zend_declare_typed_property(class_entry, property_rateWaits_name, &property_rateWaits_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_rateWaits_name);

	zval property_refused_default_value;
	ZVAL_UNDEF(&property_refused_default_value);
	zend_string *property_refused_name = zend_string_init("refused", sizeof("refused") - 1, 1);
	zend_declare_typed_property(class_entry, property_refused_name, &property_refused_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_refused_name);

	zval property_timeouts_default_value;
	ZVAL_UNDEF(&property_timeouts_default_value);
	zend_string *property_timeouts_name = zend_string_init("timeouts", sizeof("timeouts") - 1, 1);
	zend_declare_typed_property(class_entry, property_timeouts_name, &property_timeouts_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_timeouts_name);

	zval property_acceptFailures_default_value;
	ZVAL_UNDEF(&property_acceptFailures_default_value);
	zend_string *property_acceptFailures_name = zend_string_init("acceptFailures", sizeof("acceptFailures") - 1, 1);
	zend_declare_typed_property(class_entry, property_acceptFailures_name, &property_acceptFailures_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_acceptFailures_name);

	zval property_tlsFailures_default_value;
	ZVAL_UNDEF(&property_tlsFailures_default_value);
	zend_string *property_tlsFailures_name = zend_string_init("tlsFailures", sizeof("tlsFailures") - 1, 1);
	zend_declare_typed_property(class_entry, property_tlsFailures_name, &property_tlsFailures_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_tlsFailures_name);

	zval property_proxyFailures_default_value;
	ZVAL_UNDEF(&property_proxyFailures_default_value);
	zend_string *property_proxyFailures_name = zend_string_init("proxyFailures", sizeof("proxyFailures") - 1, 1);
	zend_declare_typed_property(class_entry, property_proxyFailures_name, &property_proxyFailures_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_proxyFailures_name);

	zval property_httpAnswers_default_value;
	ZVAL_UNDEF(&property_httpAnswers_default_value);
	zend_string *property_httpAnswers_name = zend_string_init("httpAnswers", sizeof("httpAnswers") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpAnswers_name, &property_httpAnswers_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_httpAnswers_name);

	zval property_closesSent_default_value;
	ZVAL_UNDEF(&property_closesSent_default_value);
	zend_string *property_closesSent_name = zend_string_init("closesSent", sizeof("closesSent") - 1, 1);
	zend_declare_typed_property(class_entry, property_closesSent_name, &property_closesSent_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_closesSent_name);

	zval property_exceptions_default_value;
	ZVAL_UNDEF(&property_exceptions_default_value);
	zend_string *property_exceptions_name = zend_string_init("exceptions", sizeof("exceptions") - 1, 1);
	zend_declare_typed_property(class_entry, property_exceptions_name, &property_exceptions_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_exceptions_name);

	zval property_longestTurn_default_value;
	ZVAL_UNDEF(&property_longestTurn_default_value);
	zend_string *property_longestTurn_name = zend_string_init("longestTurn", sizeof("longestTurn") - 1, 1);
	zend_declare_typed_property(class_entry, property_longestTurn_name, &property_longestTurn_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_DOUBLE));
	zend_string_release(property_longestTurn_name);

	zval property_callbacks_default_value;
	ZVAL_UNDEF(&property_callbacks_default_value);
	zend_string *property_callbacks_name = zend_string_init("callbacks", sizeof("callbacks") - 1, 1);
	zend_declare_typed_property(class_entry, property_callbacks_name, &property_callbacks_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_callbacks_name);

	return class_entry;
}
