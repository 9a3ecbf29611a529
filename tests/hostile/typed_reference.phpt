--TEST--
A reference from a connection to a typed property keeps the type
--FILE--
<?php
final class Typed { public int $number = 1; public ?array $list = null; }
class App extends Ratchet\Server\EchoServer
{
    public function onOpen($conn)
    {
        $typed = new Typed;
        $conn->number = &$typed->number;
        $conn->number = "42";
        var_dump($typed->number);
        try {
            $conn->number = "no number";
        } catch (TypeError $e) {
            echo $e->getMessage(), "\n";
        }
        $conn->number += 1;
        $conn->number++;
        var_dump($typed->number, $conn->number);
        $conn->list = &$typed->list;
        $conn->list[] = 'a';
        $conn->list['b'] = ['c'];
        foreach ($conn->list as $key => &$value) {
            unset($conn->list[$key]);
            $value = 'changed';
        }
        unset($value);
        var_dump($typed->list);

        /* References in both directions, and what is left when one end goes. */
        $local = 'local';
        $conn->local = &$local;
        $conn->local .= ' changed';
        unset($conn->local);
        var_dump($local, isset($conn->local));
        $alias = &$conn->made;
        $alias = 'made by reference';
        var_dump($conn->made);
        $conn->made = new stdClass;
        var_dump($alias);
        $conn->self = &$conn->self;
        $conn->a['x']['y']['z'][] = 1;
        var_dump(count($conn->a, COUNT_RECURSIVE));
        [$conn->p, $conn->q] = [1, 2];
        foreach ([3, 4] as $conn->p) {
            $conn->{"dynamic $conn->p"} = $conn->p;
        }
        foreach (get_object_vars($conn) as $key => $ignored) {
            $conn->{"new $key"} = 1;
            unset($conn->$key);
        }
        for ($i = 0; $i < 100; $i++) {
            $conn->{"n$i"} = &$conn->{"m$i"};
            unset($conn->{"n" . ($i - 1)});
        }
        var_dump($conn->{"new dynamic 4"}, isset($conn->n99), isset($conn->n98));
        $GLOBALS['io']->loop->stop();
    }
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e->getMessage(), "\n"; }
}
$io = Ratchet\Server\IoServer::factory(new App, 0, '127.0.0.1');
$stream = stream_socket_client($io->socket->getAddress());
$io->run();
?>
--EXPECT--
int(42)
Cannot assign string to reference held by property Typed::$number of type int
int(44)
int(44)
array(0) {
}
string(13) "local changed"
bool(false)
string(17) "made by reference"
object(stdClass)#8 (0) {
}
int(4)
int(1)
bool(false)
bool(false)
