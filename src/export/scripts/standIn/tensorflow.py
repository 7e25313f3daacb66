"""Stands in for TensorFlow where the tests have PyTorch but no TensorFlow: its names, as far as the exported scripts use
them, over PyTorch's tensors. It shows that the scripts compute what they should, not that TensorFlow takes each argument.
"""
import types

import torch

float64, int32 = torch.float64, torch.int64


class Variable(torch.Tensor):
    def __new__(cls, values, dtype=float64):
        values = values.detach().clone() if torch.is_tensor(values) else torch.tensor(values, dtype=dtype)
        return torch.Tensor._make_subclass(cls, values.as_subclass(torch.Tensor), True)

    def assign(self, value):
        with torch.no_grad():
            self.copy_(value)

    def numpy(self):
        return self.detach().as_subclass(torch.Tensor).numpy()


class GradientTape:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False

    def gradient(self, loss, variables):
        if torch.is_tensor(variables):
            return torch.autograd.grad(loss, [variables])[0]
        return list(torch.autograd.grad(loss, list(variables)))


def plain(value):
    return value if torch.is_tensor(value) else torch.tensor(value, dtype=float64)


def constant(values, dtype=float64):
    return torch.tensor(values, dtype=dtype)


def cast(values, dtype):
    return values.to(dtype)


def one_hot(indices, depth, dtype):
    return torch.eye(depth, dtype=dtype)[indices]


def gather(values, rows):
    return values[torch.tensor(rows)]


def stack(values, axis):
    return torch.stack(values, dim=axis)


def transpose(matrix):
    return matrix.T


def reduce_mean(values):
    return torch.mean(values)


def maximum(value, least):
    return torch.maximum(value, least) if torch.is_tensor(least) else torch.clamp(value, min=least)


def minimum(value, most):
    return torch.clamp(value, max=most)


def clip_by_value(value, least, most):
    return torch.clamp(value, least, most)


def fill(shape, value):
    return torch.full(tuple(shape), float(value), dtype=float64)


def zeros(shape, dtype):
    return torch.zeros(shape, dtype=dtype)


def zeros_like(value):
    return torch.zeros_like(value).detach()


def where(condition, yes, no):
    return torch.where(condition, plain(yes), plain(no))


def __getattr__(name):
    return getattr(torch, name)


math = types.SimpleNamespace(log1p=torch.log1p, softplus=lambda z: torch.logaddexp(z, torch.zeros_like(z)))
linalg = types.SimpleNamespace(global_norm=lambda values: torch.sqrt(sum(torch.sum(value**2) for value in values)))
nn = types.SimpleNamespace(
    relu=torch.relu,
    gelu=torch.nn.functional.gelu,
    sigmoid_cross_entropy_with_logits=lambda labels, logits: (
        torch.nn.functional.binary_cross_entropy_with_logits(logits, labels, reduction="none")
    ),
    softmax_cross_entropy_with_logits=lambda labels, logits: (
        torch.nn.functional.cross_entropy(logits, labels, reduction="none")
    ),
)


def norm(value):
    return torch.linalg.norm(value)


class Optimizer:
    def __init__(self, learning_rate):
        self.rate, self.iterations, self.kept = learning_rate, 0, {}

    @property
    def learning_rate(self):
        return self.rate(self.iterations) if callable(self.rate) else self.rate

    @learning_rate.setter
    def learning_rate(self, rate):
        self.rate = rate

    def apply_gradients(self, pairs):
        with torch.no_grad():
            for gradient, w in pairs:
                kept = self.kept.setdefault(id(w), [torch.zeros_like(w).detach() for _ in range(3)])
                self.move(gradient.detach(), w, kept)
        self.iterations += 1


class SGD(Optimizer):
    def __init__(self, learning_rate, momentum=0.0, nesterov=False):
        super().__init__(learning_rate)
        self.momentum, self.nesterov = momentum, nesterov

    def move(self, g, w, kept):
        kept[0] = self.momentum * kept[0] - self.learning_rate * g
        w += self.momentum * kept[0] - self.learning_rate * g if self.nesterov else kept[0]


class Adadelta(Optimizer):
    def __init__(self, learning_rate, rho, epsilon):
        super().__init__(learning_rate)
        self.rho, self.epsilon = rho, epsilon

    def move(self, g, w, kept):
        kept[0] = self.rho * kept[0] + (1 - self.rho) * g**2
        change = -torch.sqrt(kept[1] + self.epsilon) / torch.sqrt(kept[0] + self.epsilon) * g
        kept[1] = self.rho * kept[1] + (1 - self.rho) * change**2
        w += self.learning_rate * change


class RMSprop(Optimizer):
    def __init__(self, learning_rate, rho, epsilon, momentum=0.0, centered=False):
        super().__init__(learning_rate)
        self.rho, self.epsilon, self.momentum, self.centered = rho, epsilon, momentum, centered

    def move(self, g, w, kept):
        kept[0] = self.rho * kept[0] + (1 - self.rho) * g**2
        spread = kept[0]
        if self.centered:
            kept[1] = self.rho * kept[1] + (1 - self.rho) * g
            spread = spread - kept[1] ** 2
        step = self.learning_rate * g / torch.sqrt(spread + self.epsilon)
        if self.momentum > 0:
            kept[2] = self.momentum * kept[2] + step
            step = kept[2]
        w -= step


class Lion(Optimizer):
    def __init__(self, learning_rate, beta_1, beta_2, weight_decay=0.0):
        super().__init__(learning_rate)
        self.beta_1, self.beta_2, self.weight_decay = beta_1, beta_2, weight_decay

    def move(self, g, w, kept):
        w -= self.learning_rate * (self.weight_decay or 0.0) * w
        w -= self.learning_rate * torch.sign(self.beta_1 * kept[0] + (1 - self.beta_1) * g)
        kept[0] = self.beta_2 * kept[0] + (1 - self.beta_2) * g


activations = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid, "gelu": nn.gelu, None: lambda z: z}


class Input:
    def __init__(self, shape):
        self.units = shape[0]


class Dense:
    def __init__(self, units, activation=None):
        self.units, self.activation = units, activations.get(activation, activation)

    def build(self, inputs):
        self.kernel, self.bias = Variable(torch.zeros(inputs, self.units, dtype=float64)), Variable([0.0] * self.units)

    def __call__(self, x):
        return self.activation(x @ self.kernel + self.bias)


class Sequential:
    def __init__(self, layers):
        first, *self.layers = layers
        units = first.units
        for layer in self.layers:
            layer.build(units)
            units = layer.units
        self.trainable_variables = [w for layer in self.layers for w in (layer.kernel, layer.bias)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def set_weights(self, values):
        for w, value in zip(self.trainable_variables, values, strict=True):
            assert tuple(w.shape) == value.shape
            w.assign(torch.tensor(value))

    def get_weights(self):
        return [w.numpy() for w in self.trainable_variables]

    def compile(self, optimizer, loss):
        self.optimizer, self.loss = optimizer, loss

    def train_on_batch(self, x, y):
        loss = self.loss(y, self(x))
        gradients = torch.autograd.grad(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return loss.item()


class InverseTimeDecay:
    def __init__(self, initial_learning_rate, decay_steps, decay_rate):
        self.initial, self.steps, self.decay = initial_learning_rate, decay_steps, decay_rate

    def __call__(self, step):
        return self.initial / (1 + self.decay * step / self.steps)


functional = torch.nn.functional
keras = types.SimpleNamespace(
    backend=types.SimpleNamespace(set_floatx=lambda name: None),
    Sequential=Sequential,
    layers=types.SimpleNamespace(Input=Input, Dense=Dense),
    optimizers=types.SimpleNamespace(
        SGD=SGD,
        Adadelta=Adadelta,
        RMSprop=RMSprop,
        Lion=Lion,
        schedules=types.SimpleNamespace(InverseTimeDecay=InverseTimeDecay),
    ),
    losses=types.SimpleNamespace(
        MeanSquaredError=lambda: lambda y, p: torch.mean((p - y) ** 2),
        BinaryCrossentropy=lambda from_logits: lambda y, p: functional.binary_cross_entropy_with_logits(p, y),
        CategoricalCrossentropy=lambda from_logits: lambda y, p: functional.cross_entropy(p, y),
        Hinge=lambda: lambda y, p: torch.mean(torch.clamp(1 - y * p, min=0)),
        Huber=lambda: lambda y, p: functional.huber_loss(p, y),
    ),
)
