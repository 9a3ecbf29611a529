--TEST--
App: Flash clients get a policy on a port of their own; if that is taken, a notice says so and all else works
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

/* This test shall have the port. Apps of other tests have it for a moment; whoever keeps it is as good. */
$deadline = microtime(true) + 20;
while (!($taken = @stream_socket_server('tcp://127.0.0.1:8843')) && microtime(true) < $deadline) {
    usleep(10000);
}
$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . <<<'PHP'
    ;
    set_error_handler(function (int $level, string $text): bool {
        echo $level, ' ', $text, "\n";
        return true;
    });
    class Plain extends Ratchet\App
    {
        public function server() { return $this->_server; }
    }
    $app = new Plain('localhost', 0);
    var_dump($app->flashServer);
    $app->route('/chat', new Room('chat'), ['*', 'friend.net:80']);
    announce($app->server());
    $app->run();
    PHP);
$client = WsClient::connect($server->port, [], '/chat');
echo $client->readMessage(), "\n";
echo strstr(file_get_contents("{$server->folder}/stdout"), "\nready", true), "\n";
$server->stop();

echo "-- the policy\n";
$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . <<<'PHP'
    ;
    /* What an App would serve for Flash, on a port that is free. */
    $policy = new Ratchet\Server\FlashPolicy;
    $app = new TestApp;
    $app->flashServer = Ratchet\Server\IoServer::factory($policy, 0, '127.0.0.1');
    $app->route('/chat', new Room('chat'), ['friend.net', 'other.net']);
    $app->route('/own', new Room('own'));
    try {
        $app->route('/bad', new Room('bad'), ['friend.net:80']);
    } catch (UnexpectedValueException $e) {
        echo $e->getMessage(), ' ', count($app->routes), "\n";
    }
    announce($app->flashServer);
    $app->run();
    PHP);
$client = new WsClient($server->port);
$client->write("<policy-file-request/>\0");
echo stream_get_contents_until_eof($client->stream), "\n";
echo strstr(file_get_contents("{$server->folder}/stdout"), "\nready", true), "\n";

function stream_get_contents_until_eof($stream): string
{
    stream_set_blocking($stream, true);
    stream_set_timeout($stream, 30);
    return json_encode(stream_get_contents($stream), JSON_UNESCAPED_SLASHES);
}
?>
--EXPECT--
chat 
8 Flash policy server on 127.0.0.1:8843 cannot be started, everything else works: Failed to listen on "tcp://127.0.0.1:8843": Address already in use (EADDRINUSE): another program listens there; stop it or choose another port
NULL
-- the policy
"<?xml version=\"1.0\"?>\n<!DOCTYPE cross-domain-policy SYSTEM \"http://www.adobe.com/xml/dtds/cross-domain-policy.dtd\">\n<cross-domain-policy><site-control permitted-cross-domain-policies=\"all\"/><allow-access-from domain=\"friend.net\" to-ports=\"0\" secure=\"false\"/><allow-access-from domain=\"other.net\" to-ports=\"0\" secure=\"false\"/><allow-access-from domain=\"localhost\" to-ports=\"0\" secure=\"false\"/></cross-domain-policy>\n\u0000"
Invalid domain 2
