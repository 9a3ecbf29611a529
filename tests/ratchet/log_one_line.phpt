--TEST--
onError: what a client has sent cannot forge lines of the log through an exception's message
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('
    class App extends Ratchet\Server\EchoServer
    {
        public function onMessage(Ratchet\ConnectionInterface $from, $msg)
        {
            throw new Exception($msg);
        }

        public function onError(Ratchet\ConnectionInterface $conn, Exception $e)
        {
            throw $e;
        }
    }
    serve(new App);
');
$client = WsClient::connect($server->port);
$client->text("a\r\nwschat: b\x1b[31m\x7F");
$client->expectClose(1011);
$server->finish();
echo preg_replace('~ in \S+:\d+~', ' in FILE', $server->err());
?>
--EXPECT--
wschat: onError() has thrown Exception: a  wschat: b [31m  in FILE
