--TEST--
IoServer::factory(): positions, names, a port as string, extra arguments, the properties
--EXTENSIONS--
wschat
--FILE--
<?php
declare(strict_types=1);

use Ratchet\Server\{EchoServer, IoServer};

$app = new EchoServer;
$servers = [
    IoServer::factory($app, 0),
    IoServer::factory($app, '0', '127.0.0.1'),
    IoServer::factory(component: $app, address: '127.0.0.1', port: 0),
    IoServer::factory($app, 0, '127.0.0.1', null, 'ignored', 5),
    IoServer::factory($app, 0, '127.0.0.1', [], 'ignored'),
];
foreach ($servers as $server) {
    echo get_class($server), ' ', preg_replace('/:[1-9]\d*$/', ':PORT', $server->socket->getAddress()), ' ',
        json_encode($server->app === $app), ' ', get_class($server->loop), ' ',
        json_encode($server->loop === $servers[0]->loop), ' ', get_class($server->socket), "\n";
}
/* static: a subclass is made by factory() */
final class OwnServer extends IoServer
{
    public $made = false;

    public function __construct(Ratchet\MessageComponentInterface $app, $socket, $loop = null)
    {
        $this->made = func_num_args();
        parent::__construct($app, $socket, $loop);
    }
}
$own = OwnServer::factory($app, 0, '127.0.0.1');
var_dump(get_class($own), $own->made, $own->app === $app);

foreach ([
    fn() => IoServer::factory(),
    fn() => IoServer::factory(new stdClass, 0),
    fn() => IoServer::factory('app', 0),
] as $call) {
    try {
        $call();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
Ratchet\Server\IoServer tcp://0.0.0.0:PORT true WsChat\Loop true WsChat\ListeningSocket
Ratchet\Server\IoServer tcp://127.0.0.1:PORT true WsChat\Loop true WsChat\ListeningSocket
Ratchet\Server\IoServer tcp://127.0.0.1:PORT true WsChat\Loop true WsChat\ListeningSocket
Ratchet\Server\IoServer tcp://127.0.0.1:PORT true WsChat\Loop true WsChat\ListeningSocket
Ratchet\Server\IoServer tcp://127.0.0.1:PORT true WsChat\Loop true WsChat\ListeningSocket
string(9) "OwnServer"
int(3)
bool(true)
ArgumentCountError: Ratchet\Server\IoServer::factory() expects at least 1 argument, 0 given
TypeError: Ratchet\Server\IoServer::factory(): Argument #1 ($component) must be of type Ratchet\MessageComponentInterface, stdClass given
TypeError: Ratchet\Server\IoServer::factory(): Argument #1 ($component) must be of type Ratchet\MessageComponentInterface, string given
