/* Drives CVODE, or CVODES where the model has directions, over the generated model in model.h. One solver is one workspace, made once and used for many runs, as
   the engine's is. Changes from outside stop the march, are carried out, and CVodeReInit starts it again. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "functions.h"
#include "model.h"
#if N_DIRECTIONS > 0
#include <cvodes/cvodes.h>
#else
#include <cvode/cvode.h>
#endif
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>

#define N (N_STATES > 0 ? N_STATES : 1)
/* Of one simulation, as in the engine. */
#define MOST_STEPS 500000
#if N_DIRECTIONS > 0
#define N_RECORDED (N_STATES * N_DIRECTIONS)
#else
#define N_RECORDED N_OUTPUTS
#endif

enum { DENSE_QUOTIENTS, DENSE, KLU };
enum { ADD, SET_STATE, SET_PARAMETER, INFUSE };
enum { NONE, STAGGERED, SIMULTANEOUS, STAGGERED_QUOTIENTS };
enum { STEPS, RHS, JACOBIANS, FACTORISATIONS, ERROR_FAILURES, COUNTERS };

typedef struct { double time, amount, cap; int kind, target; } change_t;

typedef struct {
  SUNContext context;
  void *memory;
  N_Vector y;
  SUNMatrix matrix;
  SUNLinearSolver linear;
  double p[N_PARAMETERS + 1], q[N_PREPARED], infusion[N], entries[N_ENTRIES + 1];
  int infused;
  long counters[COUNTERS];
#if N_DIRECTIONS > 0
  N_Vector *tangents;
  double scales[N_DIRECTIONS], slopes[N_STATES * N_DIRECTIONS];
  int method, quotients;
#endif
} solver_t;

static int rhs(realtype t, N_Vector y, N_Vector f, void *data) {
  solver_t *s = data;
  double *out = N_VGetArrayPointer(f);
#if N_DIRECTIONS > 0
  if (s->quotients) model_prepare(s->p, s->q); /* CVODES moves the parameters */
#endif
  model_rhs(t, N_VGetArrayPointer(y), s->p, s->q, out);
  if (s->infused) for (int i = 0; i < N_STATES; i++) out[i] += s->infusion[i];
  double zero = 0;
  for (int i = 0; i < N_STATES; i++) zero *= out[i];
  return zero == 0 ? 0 : 1;
}

/* Where a root of zero is differentiated, infinity meets zero; that counts as zero, as in the engine. */
static void fill_entries(solver_t *s, double t, N_Vector y) {
  model_jacobian(t, N_VGetArrayPointer(y), s->p, s->q, s->entries);
  for (int k = 0; k < N_ENTRIES; k++) if (isnan(s->entries[k])) s->entries[k] = 0;
}

static int jacobian_dense(realtype t, N_Vector y, N_Vector f, SUNMatrix m, void *data, N_Vector a, N_Vector b, N_Vector c) {
  solver_t *s = data;
  fill_entries(s, t, y);
  SUNMatZero(m);
  for (int j = 0; j < N_STATES; j++) {
    double *column = SM_COLUMN_D(m, j);
    for (int k = COLUMN_STARTS[j]; k < COLUMN_STARTS[j + 1]; k++) column[ROWS[k]] = s->entries[k];
  }
  return 0;
}

/* Every place of the diagonal is in the pattern, so that I - gamma J needs no new memory. */
static int jacobian_sparse(realtype t, N_Vector y, N_Vector f, SUNMatrix m, void *data, N_Vector a, N_Vector b, N_Vector c) {
  solver_t *s = data;
  sunindextype *starts = SM_INDEXPTRS_S(m), *rows = SM_INDEXVALS_S(m);
  double *values = SM_DATA_S(m);
  fill_entries(s, t, y);
  sunindextype next = 0;
  for (int j = 0; j < N_STATES; j++) {
    int diagonal = 0;
    starts[j] = next;
    for (int k = COLUMN_STARTS[j]; k < COLUMN_STARTS[j + 1]; k++) {
      if (!diagonal && ROWS[k] > j) { rows[next] = j; values[next++] = 0; diagonal = 1; }
      diagonal |= ROWS[k] == j;
      rows[next] = ROWS[k];
      values[next++] = s->entries[k];
    }
    if (!diagonal) { rows[next] = j; values[next++] = 0; }
  }
  starts[N_STATES] = next;
  return 0;
}

#if N_DIRECTIONS > 0
/* s' = J s + df/dp for all directions. */
static int tangents(int count, realtype t, N_Vector y, N_Vector f, N_Vector *in, N_Vector *out, void *data, N_Vector a,
    N_Vector b) {
  solver_t *s = data;
  fill_entries(s, t, y);
  model_slopes(t, N_VGetArrayPointer(y), s->p, s->q, s->slopes);
  for (int d = 0; d < count; d++) {
    const double *from = N_VGetArrayPointer(in[d]);
    double *to = N_VGetArrayPointer(out[d]);
    memcpy(to, s->slopes + d * N_STATES, N_STATES * sizeof(double));
    for (int j = 0; j < N_STATES; j++)
      for (int k = COLUMN_STARTS[j]; k < COLUMN_STARTS[j + 1]; k++) to[ROWS[k]] += s->entries[k] * from[j];
  }
  return 0;
}

static int set_up_tangents(solver_t *s, int sensitivities, const double *p) {
  int places[N_DIRECTIONS];
  s->method = sensitivities == SIMULTANEOUS ? CV_SIMULTANEOUS : CV_STAGGERED;
  s->quotients = sensitivities == STAGGERED_QUOTIENTS;
  s->tangents = N_VCloneVectorArray(N_DIRECTIONS, s->y);
  for (int d = 0; d < N_DIRECTIONS; d++) {
    N_VConst(0, s->tangents[d]);
    places[d] = DIRECTIONS[d];
    s->p[DIRECTIONS[d]] = p[DIRECTIONS[d]];
    s->scales[d] = p[DIRECTIONS[d]] != 0 ? fabs(p[DIRECTIONS[d]]) : 1;
  }
  if (CVodeSensInit(s->memory, N_DIRECTIONS, s->method, s->quotients ? NULL : tangents, s->tangents)) return -4;
  if (CVodeSetSensParams(s->memory, s->p, s->scales, places)) return -5;
  if (CVodeSensEEtolerances(s->memory)) return -6;
  return CVodeSetSensErrCon(s->memory, 1);
}

static void reset_tangents(solver_t *s, int target) {
  for (int d = 0; d < N_DIRECTIONS; d++) NV_Ith_S(s->tangents[d], target) = 0;
}
#endif

static void quiet(int code, const char *module, const char *function, char *message, void *data) {
}

void bench_free(solver_t *s) {
#if N_DIRECTIONS > 0
  if (s->tangents) N_VDestroyVectorArray(s->tangents, N_DIRECTIONS);
#endif
  if (s->memory) CVodeFree(&s->memory);
  if (s->linear) SUNLinSolFree(s->linear);
  if (s->matrix) SUNMatDestroy(s->matrix);
  if (s->y) N_VDestroy(s->y);
  SUNContext_Free(&s->context);
  free(s);
}

static int set_up(solver_t *s, int kind, double relative, double absolute) {
  s->y = N_VNew_Serial(N_STATES, s->context);
  N_VConst(0, s->y);
  s->memory = CVodeCreate(CV_BDF, s->context);
  if (!s->y || !s->memory) return -1;
  CVodeSetErrHandlerFn(s->memory, quiet, NULL);
  if (CVodeInit(s->memory, rhs, 0, s->y) || CVodeSStolerances(s->memory, relative, absolute)) return -2;
  CVodeSetUserData(s->memory, s);
  if (kind == KLU) {
    s->matrix = SUNSparseMatrix(N_STATES, N_STATES, N_ENTRIES + N_STATES, CSC_MAT, s->context);
    s->linear = SUNLinSol_KLU(s->y, s->matrix, s->context);
  } else {
    s->matrix = SUNDenseMatrix(N_STATES, N_STATES, s->context);
    s->linear = SUNLinSol_Dense(s->y, s->matrix, s->context);
  }
  if (!s->matrix || !s->linear || CVodeSetLinearSolver(s->memory, s->linear, s->matrix)) return -3;
  if (kind == DENSE) return CVodeSetJacFn(s->memory, jacobian_dense);
  if (kind == KLU) return CVodeSetJacFn(s->memory, jacobian_sparse);
  return 0;
}

/* A workspace, or NULL. The parameters p give the scales of the directions. */
solver_t *bench_create(int kind, double relative, double absolute, int sensitivities, const double *p) {
  solver_t *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  if (SUNContext_Create(NULL, &s->context) || set_up(s, kind, relative, absolute)) {
    bench_free(s);
    return NULL;
  }
#if N_DIRECTIONS > 0
  if (set_up_tangents(s, sensitivities, p)) {
    bench_free(s);
    return NULL;
  }
#endif
  return s;
}

static void count(solver_t *s) {
  long n = 0;
  CVodeGetNumSteps(s->memory, &n); s->counters[STEPS] += n;
  CVodeGetNumRhsEvals(s->memory, &n); s->counters[RHS] += n;
  CVodeGetNumLinRhsEvals(s->memory, &n); s->counters[RHS] += n;
  CVodeGetNumJacEvals(s->memory, &n); s->counters[JACOBIANS] += n;
  CVodeGetNumLinSolvSetups(s->memory, &n); s->counters[FACTORISATIONS] += n;
  CVodeGetNumErrTestFails(s->memory, &n); s->counters[ERROR_FAILURES] += n;
}

/* Carries out the changes that are due and returns the next one. */
static int apply(solver_t *s, double t, const change_t *changes, int next, int end) {
  double *y = N_VGetArrayPointer(s->y);
  int parameters = 0;
  while (next < end && changes[next].time <= t) {
    const change_t *c = &changes[next++];
    switch (c->kind) {
      case ADD: {
        const double top = fmax(y[c->target], c->cap), full = y[c->target] + c->amount;
#if N_DIRECTIONS > 0
        if (full > top && top > y[c->target]) reset_tangents(s, c->target);
#endif
        y[c->target] = fmin(full, top);
        break;
      }
      case SET_STATE:
        y[c->target] = c->amount;
#if N_DIRECTIONS > 0
        reset_tangents(s, c->target);
#endif
        break;
      case SET_PARAMETER: s->p[c->target] = c->amount; parameters = 1; break;
      default: s->infusion[c->target] += c->amount; s->infused = 1;
    }
  }
  if (parameters) model_prepare(s->p, s->q);
  return next;
}

static void record(solver_t *s, double t, double *outputs) {
#if N_DIRECTIONS > 0
  for (int d = 0; d < N_DIRECTIONS; d++)
    for (int i = 0; i < N_STATES; i++) outputs[d * N_STATES + i] = s->scales[d] * NV_Ith_S(s->tangents[d], i);
#else
  model_outputs(t, N_VGetArrayPointer(s->y), s->p, s->q, outputs);
#endif
}

/* Marches to a time, derivatives included. CVODE counts its limit of steps from call to call. */
static int reach(solver_t *s, double time) {
  double reached;
  long steps = 0;
  CVodeGetNumSteps(s->memory, &steps);
  if (s->counters[STEPS] + steps >= MOST_STEPS) return CV_TOO_MUCH_WORK;
  CVodeSetMaxNumSteps(s->memory, MOST_STEPS - s->counters[STEPS] - steps);
  int flag = CVode(s->memory, time, s->y, &reached, CV_NORMAL);
#if N_DIRECTIONS > 0
  if (flag >= 0) CVodeGetSens(s->memory, &reached, s->tangents);
#endif
  return flag;
}

static int restart(solver_t *s, double t) {
  int flag = CVodeReInit(s->memory, t, s->y);
#if N_DIRECTIONS > 0
  if (!flag) flag = CVodeSensReInit(s->memory, s->method, s->tangents);
#endif
  return flag;
}

static int march(solver_t *s, double start, double end, int n_times, const double *times, int n_changes,
    const change_t *changes, double *outputs) {
  double t = start;
  int change = apply(s, t, changes, 0, n_changes), o = 0;
  int flag = restart(s, t);
  for (; o < n_times && times[o] <= t; o++) record(s, t, outputs + (long) o * N_RECORDED);
  while (flag >= 0 && t < end) {
    double stop = change < n_changes && changes[change].time < end ? changes[change].time : end;
    CVodeSetStopTime(s->memory, stop);
    for (; flag >= 0 && o < n_times && times[o] < stop; o++) {
      flag = reach(s, times[o]);
      record(s, times[o], outputs + (long) o * N_RECORDED);
    }
    if (flag >= 0) flag = reach(s, stop);
    t = stop;
    int before = change;
    change = apply(s, t, changes, change, n_changes);
    if (flag >= 0 && change > before && t < end) {
      count(s);
      flag = restart(s, t);
    }
    for (; o < n_times && times[o] <= t; o++) record(s, t, outputs + (long) o * N_RECORDED);
  }
  count(s);
  return flag < 0 ? flag : 0;
}

/* Simulates the same subject `repeats` times; returns zero or the flag of CVODE. Timed is the processor time of this
   thread: parameters are taken over and prepared within, workspaces are made before. */
int bench_run(solver_t *s, const double *p, const double *y, double start, double end, int n_times, const double *times,
    int n_changes, const change_t *changes, double *outputs, int repeats, double *seconds, long *counters) {
  struct timespec from, to;
  int flag = 0;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
  for (int r = 0; r < repeats && !flag; r++) {
    memcpy(s->p, p, N_PARAMETERS * sizeof(double));
    memcpy(N_VGetArrayPointer(s->y), y, N_STATES * sizeof(double));
    memset(s->infusion, 0, sizeof s->infusion);
    memset(s->counters, 0, sizeof s->counters);
    s->infused = 0;
#if N_DIRECTIONS > 0
    for (int d = 0; d < N_DIRECTIONS; d++) N_VConst(0, s->tangents[d]);
#endif
    model_prepare(s->p, s->q);
    flag = march(s, start, end, n_times, times, n_changes, changes, outputs);
  }
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
  *seconds = (to.tv_sec - from.tv_sec) + 1e-9 * (to.tv_nsec - from.tv_nsec);
  memcpy(counters, s->counters, sizeof s->counters);
  return flag;
}

/* The bare functions, for tests. */
void bench_functions(double t, const double *y, const double *p, double *f, double *entries, double *outputs) {
  double q[N_PREPARED];
  model_prepare(p, q);
  model_rhs(t, y, p, q, f);
  model_jacobian(t, y, p, q, entries);
  model_outputs(t, y, p, q, outputs);
}
